// oxlint-disable-next-line oxc/no-barrel-file -- tests have one door to the fictional cast
export * from '#core/practice/people'
