import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '#contract/vault'
import { client } from '#lib/client'
import { UnlockPage } from '#features/unlock/UnlockPage'
import type { Way } from './RestoreDoor.tsx'

const loadRoom = () => import('./Room.tsx')
const Room = lazy(() => loadRoom().then(({ Room }) => ({ default: Room })))
const KioskPage = lazy(() => import('#features/kiosk/KioskPage').then(({ KioskPage }) => ({ default: KioskPage })))
const FirstPasswordDoor = lazy(() =>
  import('./FirstPasswordDoor.tsx').then(({ FirstPasswordDoor }) => ({ default: FirstPasswordDoor })),
)
const RestoreDoor = lazy(() => import('./RestoreDoor.tsx').then(({ RestoreDoor }) => ({ default: RestoreDoor })))
const SetupDoor = lazy(() => import('./SetupDoor.tsx').then(({ SetupDoor }) => ({ default: SetupDoor })))

/** Decides what stands at the door: set-up, the password, a student's form, or the room. `asked` is the first look, already on its way. */
export function Door({ asked }: { asked: Promise<VaultStatus> }) {
  const { t } = useTranslation()
  const [status, setStatus] = useState<VaultStatus | null>(null)
  /** What was just typed at the door; whoever came in with a start code needs it once more. */
  const [typed, setTyped] = useState('')
  const [way, setWay] = useState<Way>(null)
  const [isUnreachable, setUnreachable] = useState(false)
  const look = useCallback(
    (answer: Promise<VaultStatus> = client.vault.status({})) =>
      answer.then(
        (found) => {
          setUnreachable(false)
          setStatus(found)
        },
        () => setUnreachable(true),
      ),
    [],
  )
  useEffect(() => void look(asked), [look, asked])

  if (isUnreachable)
    return (
      <main className="door">
        <div className="door-sheet" role="alert">
          <p>{t('door.unreachable')}</p>
          <button type="button" className="door-primary" onClick={() => void look()}>
            {t('door.again')}
          </button>
        </div>
      </main>
    )
  if (!status) return <DoorSkeleton />
  return (
    <Suspense fallback={<DoorSkeleton />}>
      {standsShut(status) && (way || status.trouble) ? (
        <RestoreDoor
          status={status}
          way={way}
          onWay={setWay}
          onLook={() => {
            setWay(null)
            void look()
          }}
        />
      ) : status.state === 'setup' ? (
        <SetupDoor onOpened={() => void look()} onRestore={() => setWay('restore')} />
      ) : status.state === 'locked' ? (
        <UnlockPage
          status={status}
          onTyping={() => void loadRoom()}
          onWay={setWay}
          onOpened={(text = '') => {
            setTyped(text)
            void look()
          }}
        />
      ) : status.state === 'kiosk' ? (
        <KioskPage onLeft={() => void look()} />
      ) : status.startCode ? (
        <FirstPasswordDoor
          code={typed}
          isReadOnly={status.state === 'read-only'}
          onDone={() => {
            setTyped('')
            void look()
          }}
        />
      ) : (
        <Room status={status} />
      )}
    </Suspense>
  )
}

/** A backup is brought back while the real room is closed, never beside the made-up one. */
const standsShut = ({ state, practice }: VaultStatus): boolean => !practice && (state === 'setup' || state === 'locked')

function DoorSkeleton() {
  const { t } = useTranslation()
  return (
    <div className="door" aria-busy="true">
      <div className="door-sheet">
        <div className="door-name">{t('door.room')}</div>
        <div className="door-bar" />
      </div>
    </div>
  )
}
