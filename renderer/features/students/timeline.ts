import type { Term } from '#contract/settings'
import type { TimelineItem } from '#contract/students'
import { termOf } from '#lib/terms'

/** As many events as the server gives at once; ten years of one student stay below it. */
export const TIMELINE_LENGTH = 500

export const FILTERS = ['all', 'visits', 'contacts', 'tests', 'risk', 'consent'] as const
export type Filter = (typeof FILTERS)[number]

const KINDS: Record<Exclude<Filter, 'all'>, readonly TimelineItem['kind'][]> = {
  visits: ['visit', 'note', 'addendum'],
  contacts: ['contact', 'conference', 'letter', 'observation', 'followup', 'aid', 'acceptance', 'decline'],
  tests: ['assessment'],
  risk: ['risk', 'crisis', 'referral', 'return'],
  consent: ['consent', 'case', 'intake', 'plan', 'review', 'stage', 'growth'],
}
export const fits = (item: TimelineItem, filter: Filter): boolean =>
  filter === 'all' || KINDS[filter].includes(item.kind)

export type Stretch = { key: string; name: string | null; items: TimelineItem[] }

/** Neighbouring events of the same term under one heading; `name` is null between terms. */
export const byTerm = (items: readonly TimelineItem[], terms: readonly Term[]): Stretch[] => {
  const stretches: Stretch[] = []
  for (const item of items) {
    const name = termOf(terms, item.at)?.name ?? null
    const last = stretches.at(-1)
    if (last && last.name === name) last.items.push(item)
    else stretches.push({ key: item.at + item.id, name, items: [item] })
  }
  return stretches
}

export type Tone = 'green' | 'amber' | 'red' | 'blue' | 'plain'
export const toneOf = ({ kind, what, facts }: TimelineItem): Tone => {
  switch (kind) {
    case 'visit':
      if (what === 'booked' || what === 'cancelled' || what === 'no-show') return 'plain'
      return facts['note'] === 'signed' ? 'green' : 'amber'
    case 'crisis':
      return 'red'
    case 'risk':
      return Number(facts['to'] ?? 0) > Number(facts['from'] ?? 0) ? 'amber' : 'green'
    case 'referral':
      return what === 'sent' ? 'amber' : 'blue'
    case 'assessment':
      return what === 'scored' || what === 'open' ? 'amber' : what === 'withdrawn' ? 'plain' : 'blue'
    case 'return':
      return 'blue'
    case 'note':
    case 'addendum':
    case 'consent':
      return 'green'
    case 'intake':
    case 'plan':
    case 'review':
    case 'stage':
      return 'green'
    case 'followup':
      return what === 'worse' ? 'red' : 'green'
    case 'growth':
      return 'green'
    case 'contact':
      return facts['due'] ? 'amber' : 'green'
    case 'conference':
      return 'green'
    case 'letter':
      return what === 'crisis' ? 'red' : what === 'unread' || what === 'read' ? 'amber' : 'green'
    case 'observation':
      return what === 'open' ? 'amber' : 'plain'
    case 'aid':
      return what === 'sent' || what === 'waiting' ? 'amber' : 'plain'
    case 'acceptance':
      return what === 'accepted' || what === 'declined' ? 'plain' : 'amber'
    case 'decline':
    case 'case':
      return 'plain'
  }
}
