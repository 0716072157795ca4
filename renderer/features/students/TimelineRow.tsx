import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { TimelineItem } from '#contract/students'
import { openDialog } from '#lib/dialogs'
import type { DialogRequest } from '#lib/dialogs'
import { formatDate, formatInstant, formatMoment, formatTime } from '#lib/format'
import { paths } from '#lib/paths'
import { useMay } from '#lib/rights'
import { useMayWrite } from '#lib/whose'
import { riskLabel, useWorkplace } from '#lib/workplace'
import { Tag } from '#ui/Tag'
import { toneOf } from './timeline.ts'

/** One event: when, what in bold, its state, and its first words. Opens what it is about. */
export function TimelineRow({ item, studentId }: { item: TimelineItem; studentId: string }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const { today, riskLevels } = useWorkplace()
  const { facts } = item
  const may = useMay()
  const mayWrite = useMayWrite()
  const mayChangeVisit = mayWrite && may('visits.update')
  const path = pathOf(item)
  const request = item.kind === 'visit' && !mayChangeVisit ? null : requestOf({ ...item, studentId })
  const open = path ? () => void navigate(path) : request ? () => openDialog(request) : null
  const isWithTime = ['visit', 'crisis', 'contact', 'conference'].includes(item.kind)
  const noteState = facts['note']
  const isHeld = item.what === 'arrived' || item.what === 'ended'

  return (
    <li className={`timeline-row timeline-${toneOf(item)}`}>
      <div className="timeline-line">
        <time dateTime={item.at}>{when()}</time>
        {open ? (
          <button type="button" className="timeline-what" onClick={open}>
            {what()}
          </button>
        ) : (
          <strong className="timeline-what">{what()}</strong>
        )}
        {tags()}
        {details() && <span className="timeline-hint">{details()}</span>}
      </div>
      {item.excerpt && (
        <p className={isHeld && noteState === 'draft' ? 'timeline-quote' : 'timeline-excerpt'}>{item.excerpt}</p>
      )}
    </li>
  )

  function when() {
    const day = item.at.slice(0, 10) === today ? t('students.today') : formatDate(item.at, today)
    if (!isWithTime) return day
    const end = item.endedAt && item.endedAt.slice(0, 10) === item.at.slice(0, 10) ? formatTime(item.endedAt) : ''
    return `${day} ${formatTime(item.at)}${item.kind === 'visit' && isHeld ? `–${end}` : ''}`
  }
  function what() {
    switch (item.kind) {
      case 'visit':
        return facts['ordinal'] === 1 ? t('students.firstVisit') : t('students.nthVisit', { n: facts['ordinal'] })
      case 'risk':
        return t('students.riskChange', {
          from: riskLabel(Number(facts['from'] ?? 0), riskLevels),
          to: riskLabel(Number(facts['to'] ?? 0), riskLevels),
        })
      case 'consent':
        return t(`codes.consentKinds.${facts['kind']}`)
      case 'case':
        return t(caseWords[item.what] ?? 'students.caseOpened', facts)
      case 'referral':
      case 'return':
        return `${t(`codes.timelineKinds.${item.kind}`)} ${institution()}`
      case 'assessment':
        return [String(facts['short'] ?? t('codes.timelineKinds.assessment')), score()].filter(Boolean).join(' ')
      case 'plan':
        return t('students.planAgreed', { n: facts['version'] })
      case 'note':
        return [
          t(item.what === 'moved-out' ? 'students.noteMovedOut' : 'students.noteMovedIn'),
          facts['marks'] && t('students.marksTakenBack', { scores: facts['marks'] }),
        ]
          .filter(Boolean)
          .join(' · ')
      case 'contact':
        return t('students.contactWith', {
          way: t(`codes.contactWays.${facts['way']}`),
          who: [t(`codes.relations.${facts['relation']}`), facts['name']].filter(Boolean).join(' '),
        })
      case 'conference':
        return t(`codes.conferenceKinds.${item.what}`)
      case 'stage':
        return t('stages.nth', { n: facts['stage'] })
      case 'growth':
        return t(`codes.growthKinds.${item.what}`)
      case 'aid':
        return t('aid.toOffice', { office: facts['office'] })
      case 'addendum':
      case 'crisis':
      case 'intake':
      case 'review':
      case 'letter':
      case 'followup':
      case 'observation':
      case 'acceptance':
      case 'decline':
        return t(`codes.timelineKinds.${item.kind}`)
    }
  }
  function tags() {
    switch (item.kind) {
      case 'visit':
        if (!isHeld) return <Tag>{t(`codes.visitStates.${item.what}`)}</Tag>
        if (noteState === 'signed') return <Tag>{t('codes.noteStates.signed')}</Tag>
        if (noteState === 'draft')
          return <Tag tone="amber">{[t('codes.noteStates.draft'), savedAt()].filter(Boolean).join(' · ')}</Tag>
        return <Tag tone="amber">{t('students.notWritten')}</Tag>
      case 'crisis':
        return <Tag tone={item.what === 'open' ? 'red' : 'plain'}>{t(`codes.crisisStates.${item.what}`)}</Tag>
      case 'referral':
        return <Tag tone={item.what === 'sent' ? 'amber' : 'plain'}>{t(`codes.referralStates.${item.what}`)}</Tag>
      case 'assessment':
        return (
          <>
            {Number(facts['critical'] ?? 0) > 0 && <Tag tone="red">{t('students.criticalAnswer')}</Tag>}
            {item.what !== 'interpreted' && !(item.what === 'scored' && facts['mode'] === 'imported') && (
              <Tag tone={item.what === 'withdrawn' ? 'plain' : 'amber'}>{t(`codes.testStates.${item.what}`)}</Tag>
            )}
          </>
        )
      case 'contact':
        return (
          <>
            {facts['outcome'] !== 'reached' && <Tag>{t(`codes.contactOutcomes.${facts['outcome']}`)}</Tag>}
            {facts['due'] && (
              <Tag tone="amber">{t('contacts.dueAt', { at: formatMoment(String(facts['due']), today) })}</Tag>
            )}
          </>
        )
      case 'letter':
        return (
          <>
            {facts['risk'] === 1 && <Tag tone="red">{t('letters.risk')}</Tag>}
            <Tag>{t(`codes.letterStates.${item.what}`)}</Tag>
          </>
        )
      case 'observation':
        return item.what === 'open' ? (
          <Tag tone="amber">{t('codes.observationStates.open')}</Tag>
        ) : (
          <Tag>{t(`codes.observationOutcomes.${facts['outcome']}`)}</Tag>
        )
      case 'acceptance':
        return (
          <Tag tone={item.what === 'accepted' || item.what === 'declined' ? 'plain' : 'amber'}>
            {t(`codes.acceptanceStates.${item.what}`)}
          </Tag>
        )
      case 'followup':
        return item.what === 'fine' ? null : (
          <Tag tone={item.what === 'worse' ? 'red' : 'plain'}>{t(`codes.followupOutcomes.${item.what}`)}</Tag>
        )
      case 'aid':
        return (
          <Tag tone={item.what === 'sent' || item.what === 'waiting' ? 'amber' : 'plain'}>
            {t(`codes.aidStates.${item.what}`)}
          </Tag>
        )
      case 'consent':
        if (item.what === 'declined') return <Tag tone="amber">{t('codes.consentAnswers.declines')}</Tag>
        return item.what === 'withdrawn' && <Tag>{t('students.withdrawn')}</Tag>
      case 'stage':
        return item.what === 'delivered' && <Tag>{t('codes.stageStates.delivered')}</Tag>
      case 'note':
      case 'addendum':
      case 'risk':
      case 'return':
      case 'case':
      case 'intake':
      case 'plan':
      case 'review':
      case 'conference':
      case 'growth':
      case 'decline':
        return null
    }
  }
  function details() {
    const words = {
      visit: [
        facts['problem'] && t(`codes.problems.${facts['problem']}`),
        facts['channel'] && facts['channel'] !== 'in-person' && t(`codes.channels.${facts['channel']}`),
        facts['ordinal'] === 1 && facts['source'] && t(`codes.sources.${facts['source']}`),
      ],
      consent: [
        facts['signer'] && t(`codes.signers.${facts['signer']}`),
        facts['mode'] && t(`codes.consentModes.${facts['mode']}`),
        facts['with'] && t(`codes.sharedWith.${facts['with']}`),
        item.by,
      ],
      case: [item.no, facts['reason'] && t(`codes.closeReasons.${facts['reason']}`)],
      crisis: [item.no, facts['outcome'] && t(`codes.crisisOutcomes.${facts['outcome']}`)],
      referral: [item.no, facts['kind'] && t(`codes.referralKinds.${facts['kind']}`)],
      risk: [item.by],
      return: [item.by],
      assessment: [item.no, facts['mode'] && t(`codes.testModes.${facts['mode']}`), item.by],
      intake: [item.by],
      plan: [facts['service'] === 'career' && t('codes.services.career'), item.by],
      review: [facts['decision'] && t(`codes.reviewDecisions.${facts['decision']}`), item.by],
      contact: [
        t(`codes.contactKinds.${item.what}`),
        typeof facts['minutes'] === 'number' && t('contacts.lasted', { n: facts['minutes'] }),
      ],
      stage: [item.by],
      conference: [item.no],
      letter: [item.no],
      observation: [item.by, facts['role'] && t(`codes.reporters.${facts['role']}`)],
      note: [item.by],
      addendum: [item.by],
      followup: [t(`codes.followupCauses.${facts['cause']}`), facts['way'] && t(`codes.followupWays.${facts['way']}`)],
      acceptance: [item.no, item.by, facts['source'] && t(`codes.sources.${facts['source']}`)],
      decline: [
        t(`codes.declineCauses.${facts['because']}`),
        facts['again'] && t('declines.again', { date: formatDate(String(facts['again']), today) }),
      ],
      growth: [t('codes.timelineKinds.growth')],
      aid: [item.no, facts['kind'] && t(`codes.aidKinds.${facts['kind']}`)],
    }[item.kind]
    return words.filter(Boolean).join(' · ')
  }
  function score() {
    const band = (i18n.language === 'en' && facts['bandEn']) || facts['band']
    const isNumber = typeof facts['score'] === 'number' && facts['mode'] !== 'interview'
    return [isNumber && t('students.points', { n: facts['score'] }), band].filter(Boolean).join(' · ')
  }
  function institution() {
    const name = String(facts['institution'] ?? '')
    return t(`codes.institutions.${name}`, name)
  }
  function savedAt() {
    return typeof facts['savedAt'] === 'string' ? t('frame.saved.at', { time: formatInstant(facts['savedAt']) }) : ''
  }
}

const caseWords: Record<string, string> = {
  opened: 'students.caseOpened',
  closed: 'students.caseClosed',
  reopened: 'students.caseReopened',
  'handed-over': 'students.caseHandedOver',
}

/** What is read without leaving the page; a visit that was not held has no page, and its sheet leads to its earlier states. */
const requestOf = ({ kind, id, studentId }: TimelineItem & { studentId: string }): DialogRequest | null => {
  if (kind === 'visit') return { kind: 'visit-facts', studentId, visitId: id }
  if (kind === 'contact') return { kind: 'contact-sheet', contactId: id, studentId }
  if (kind === 'letter') return { kind: 'letter-sheet', letterId: id, studentId }
  if (kind === 'acceptance') return { kind: 'acceptance-sheet', acceptanceId: id, studentId }
  if (kind === 'decline') return { kind: 'decline-sheet', declineId: id, studentId }
  if (kind === 'observation') return { kind: 'observation-sheet', observationId: id, studentId }
  if (kind === 'aid') return { kind: 'aid-sheet', aidId: id, studentId }
  return null
}

const pathOf = (item: TimelineItem): string | null => {
  if (item.kind === 'crisis') return paths.crisis(item.id)
  if (item.kind === 'assessment') return paths.assessment(item.id)
  if (item.kind === 'intake') return paths.intake(String(item.facts['caseId']))
  if (item.kind === 'plan') return paths.plan(item.id)
  if (item.kind === 'review' || item.kind === 'stage' || item.kind === 'conference')
    return paths.case(String(item.facts['caseId']))
  if (item.kind === 'referral' || item.kind === 'return') return paths.referral(item.id)
  const isHeld = item.kind !== 'visit' || item.what === 'arrived' || item.what === 'ended'
  return item.visitId && isHeld ? paths.note(item.visitId) : null
}
