import { useTranslation } from 'react-i18next'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate, paperMoment } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { TextRow } from './TextRow.tsx'

type Props = {
  /** `ABCD-EFGH-JKMN-PQRS`. */
  code: string
  name: string
  school: string
  madeBy: string
  /** LocalTime. */
  madeAt: string
}

/** The slip with a start code, handed over in person. */
export function StartCodeSlip({ code, name, school, madeBy, madeAt }: Props) {
  const { t } = useTranslation()
  return (
    <PagedForm
      running={{
        from: school,
        no: '',
        practice: false,
        foot: t('forms.startCode.foot'),
        printedBy: madeBy,
        printedAt: paperMoment(madeAt),
      }}
    >
      <FormTitle school={school} title={t('forms.startCode.title', { name })} about={paperDate(madeAt)} />
      <ProseBlock text={t('forms.startCode.what')} />
      <div className="paper-secret-code" role="group" aria-label={t('forms.startCode.code')}>
        <div>{code}</div>
      </div>
      <div className="paper-gap" />
      <TextRow label={t('forms.startCode.howTitle')} text={t('forms.startCode.how')} grows={false} />
    </PagedForm>
  )
}
