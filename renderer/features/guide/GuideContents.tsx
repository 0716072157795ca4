import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type GuidePart, hasName } from '#lib/guide-text'

type Props = { parts: readonly GuidePart[]; current: string | null; onGo: (section: string) => void }

const keepInSight = (link: HTMLElement | null): void => link?.scrollIntoView({ block: 'nearest' })

/** What the guide speaks of; the arrows walk, Enter goes there. */
export function GuideContents({ parts, current, onGo }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLElement>(null)
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const links = [...(list.current?.querySelectorAll('button') ?? [])]
    const here = links.findIndex((link) => link === document.activeElement)
    if (!step || here === -1) return
    links[here + step]?.focus()
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows only move focus between the buttons inside
    <nav className="guide-contents" aria-label={t('guide.contents')} ref={list} onKeyDown={walk}>
      {parts.map((part) => (
        <div key={part.title}>
          {hasName(part) && <div className="guide-part">{part.title}</div>}
          {part.sections.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              aria-current={id === current ? 'location' : undefined}
              ref={id === current ? keepInSight : undefined}
              onClick={() => onGo(id)}
            >
              {title}
            </button>
          ))}
        </div>
      ))}
    </nav>
  )
}
