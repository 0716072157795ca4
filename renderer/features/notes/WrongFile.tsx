import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NamesInNote } from '#contract/notes'

type Props = { names: NamesInNote; studentName: string; isSure: boolean; onSure: (isSure: boolean) => void }

/** Asked once, before the signature: the note names another student more often than the one it is about. */
export function WrongFile({ names, studentName, isSure, onSure }: Props) {
  const { t } = useTranslation()
  const [other] = names.others
  if (!other) return null
  return (
    <div className="note-wrong" role="alert">
      <p>{t('notes.namesOther', { other: other.name, times: other.times, own: studentName, ownTimes: names.own })}</p>
      <Checkbox checked={isSure} onChange={(event) => onSure(event.target.checked)}>
        {t('notes.isRight', { own: studentName })}
      </Checkbox>
    </div>
  )
}
