import './guide.css'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Input, Skeleton } from 'antd'
import type { InputRef } from 'antd'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDialogs } from '#lib/dialogs'
import { useGuide } from '#lib/guide'
import { useSession } from '#lib/session'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Kbd } from '#ui/Kbd'
import { hasName, sectionsWith } from '#lib/guide-text'
import { GuideContents } from './GuideContents.tsx'
import { GuideTokens } from './GuideTokens.tsx'
import { loadGuide } from './pages.ts'

const placeOf = (section: string): string => `guide-${section}`

/** A section to the top of the text, and the keys to the text. */
function bring(section: string): void {
  const place = document.getElementById(placeOf(section))
  place?.scrollIntoView({ block: 'start' })
  place?.closest<HTMLElement>('.guide-text')?.focus({ preventScroll: true })
}

/** The guide over whatever one is doing: contents, search, text. It opens at `at`; Esc or F1 puts it away. */
export function GuideDrawer() {
  const { t } = useTranslation()
  const { preferences } = useWorkplace()
  const { at, close } = useGuide()
  const [words, setWords] = useState('')
  const [current, setCurrent] = useState(at)
  const text = useRef<HTMLElement>(null)
  const search = useRef<InputRef>(null)
  const [below] = useState(() => useDialogs.getState().open)
  const { data, error, refetch } = useQuery({
    queryKey: ['guide', preferences.language],
    queryFn: () => loadGuide(preferences.language),
    staleTime: Infinity,
  })
  const parts = sectionsWith(data ?? [], words)

  const go = (section: string) => {
    bring(section)
    setCurrent(section)
  }
  const look = (wanted: string) => {
    setWords(wanted)
    text.current?.scrollTo({ top: 0 })
  }
  const follow = (to: string) => {
    setWords('')
    const section = to.startsWith('#') ? to.slice(1) : 'instrument-file'
    requestAnimationFrame(() => go(section))
  }
  useLayoutEffect(() => {
    if (data && at) bring(at)
  }, [data, at])

  const press = useEffectEvent((event: KeyboardEvent) => {
    const isCovered = useDialogs.getState().open !== below || useSession.getState().isSearchOpen
    if (isCovered || event.isComposing) return
    if (event.key === 'Escape') {
      if (words) setWords('')
      else close()
    } else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) search.current?.focus()
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])

  const watch = () => {
    const top = (text.current?.getBoundingClientRect().top ?? 0) + 40
    const passed = parts
      .flatMap(({ sections }) => sections)
      .findLast(({ id }) => (document.getElementById(placeOf(id))?.getBoundingClientRect().top ?? Infinity) <= top)
    if (passed) setCurrent(passed.id)
  }
  return (
    <Drawer
      open
      size={1060}
      title={t('guide.title')}
      className="guide"
      keyboard={false}
      closable={false}
      onClose={close}
      extra={
        <Button type="text" aria-keyshortcuts="Escape" onClick={close}>
          {t('guide.close')}
          <Kbd keys="Esc" />
        </Button>
      }
    >
      <div className="guide-side">
        <Input
          ref={search}
          allowClear
          aria-label={t('guide.search')}
          aria-keyshortcuts="Control+F"
          placeholder={t('guide.searchHint')}
          value={words}
          onChange={(event) => look(event.target.value)}
          onPressEnter={() => parts[0]?.sections[0] && go(parts[0].sections[0].id)}
        />
        <GuideContents parts={parts} current={current} onGo={go} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the text scrolls by the keyboard */}
      <article className="guide-text" ref={text} tabIndex={0} aria-label={t('guide.title')} onScroll={watch}>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton active />}
        {data && parts.length === 0 && <EmptyState title={t('guide.nothing')} hint={t('guide.nothingHint')} />}
        {parts.map((part) => (
          <div key={part.title}>
            {hasName(part) && <h2>{part.title}</h2>}
            {part.sections.map((section) => (
              <section key={section.id} id={placeOf(section.id)}>
                <h3>{section.title}</h3>
                <GuideTokens tokens={section.tokens} words={words} onGo={follow} />
              </section>
            ))}
          </div>
        ))}
      </article>
    </Drawer>
  )
}
