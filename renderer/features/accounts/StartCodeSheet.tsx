import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PaperDesk } from '#forms/PaperDesk'
import { StartCodeSlip } from '#forms/StartCodeSlip'
import { localNow } from '#lib/format'
import { printPage } from '#lib/print'
import { useWorkplace } from '#lib/workplace'
import { SheetDialog } from '#ui/SheetDialog'

type Props = { name: string; code: string; onClose: () => void }

/** The one-time code, large enough to be copied by hand. It is shown here and never again. */
export function StartCodeSheet({ name, code, onClose }: Props) {
  const { t } = useTranslation()
  const { school, me } = useWorkplace()
  const [isOnDesk, setOnDesk] = useState(false)
  if (isOnDesk)
    return (
      <PaperDesk
        title={t('accounts.startCode.title', { name })}
        onPrint={() => void printPage()}
        onBack={() => setOnDesk(false)}
      >
        <StartCodeSlip code={code} name={name} school={school.name} madeBy={me.name} madeAt={localNow()} />
      </PaperDesk>
    )
  return (
    <SheetDialog
      title={t('accounts.startCode.title', { name })}
      width={560}
      verb={t('accounts.startCode.done')}
      onSubmit={onClose}
      extra={<Button onClick={() => setOnDesk(true)}>{t('accounts.startCode.print')}</Button>}
    >
      <p className="account-lead">{t('accounts.startCode.lead', { name })}</p>
      <div className="start-code" role="group" aria-label={t('accounts.startCode.label')}>
        {code.split('-').map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </div>
      <ul className="start-code-advice">
        <li>{t('accounts.startCode.byHand')}</li>
        <li>{t('accounts.startCode.noMessage')}</li>
        <li>{t('accounts.startCode.once')}</li>
      </ul>
    </SheetDialog>
  )
}
