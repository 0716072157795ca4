import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/all'
import { bothIn } from '#lib/both'
import { client } from '#lib/client'
import { saveFile } from '#lib/save-file'
import { useWrite } from '#lib/use-write'
import { currentLanguage } from '#lib/words'
import { ErrorState } from '#ui/ErrorState'
import { SheetDialog } from '#ui/SheetDialog'
import { exampleInstrument } from '#lib/example-instrument'
import { Facts } from './Facts.tsx'
import { FlawList } from './FlawList.tsx'

type Checked = InferContractRouterOutputs<Contract>['instruments']['checkFile']
type Chosen = { name: string; content: string; checked: Checked }
/** As the call allows; a longer file is no instrument. */
const MOST_CHARACTERS = 1_000_000

const base64Of = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))

/** The school's own instrument from a file. Nothing is added while something in it is wrong. */
export function AddInstrumentDialog({ onAdded, onClose }: { onAdded: (id: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [isReading, setReading] = useState(false)
  const add = useWrite(client.instruments.add, {
    invalidates: ['instruments', 'assessments'],
    onSuccess: ({ id }) => {
      onClose()
      onAdded(id)
    },
  })
  const read = async (file: File | undefined) => {
    if (!file) return
    setReading(true)
    setProblem(null)
    setChosen(null)
    try {
      const content = await file.text()
      const checked: Checked =
        content.length > MOST_CHARACTERS
          ? { flaws: [{ path: '', problem: 'too-long', detail: '' }], found: null }
          : await client.instruments.checkFile({ content })
      setChosen({ name: file.name, content, checked })
    } catch (error) {
      setProblem(error)
    } finally {
      setReading(false)
    }
  }
  const saveExample = () =>
    void saveFile('instrument-example.json', base64Of(`${JSON.stringify(exampleInstrument, null, 2)}\n`))
  const found = chosen?.checked.found ?? null
  const flaws = chosen?.checked.flaws ?? []

  return (
    <SheetDialog
      title={t('instrument-files.title')}
      width={760}
      verb={t(found?.replaces ? 'instrument-files.replace' : 'instrument-files.add')}
      isBusy={add.isPending}
      isDisabled={!found}
      foot={chosen ? undefined : t('instrument-files.lacks')}
      extra={<Button onClick={saveExample}>{t('instrument-files.example')}</Button>}
      onSubmit={() => chosen && found && add.write({ content: chosen.content })}
      onClose={onClose}
    >
      <p className="field-hint">{t('instrument-files.what')}</p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        tabIndex={-1}
        aria-label={t('instrument-files.choose')}
        onChange={(event) => {
          void read(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <div className="instrument-file">
        <Button loading={isReading} autoFocus onClick={() => input.current?.click()}>
          {t(chosen ? 'instrument-files.other' : 'instrument-files.choose')}
        </Button>
        {chosen && <span>{chosen.name}</span>}
      </div>
      {problem !== null && <ErrorState error={problem} what={t('instrument-files.unread')} />}
      {flaws.length > 0 && (
        <>
          <p className="instrument-notice" role="alert">
            {t('instrument-files.wrong', { n: flaws.length })}
          </p>
          <FlawList flaws={flaws} />
        </>
      )}
      {found && (
        <div className="instrument-found">
          <p>
            <strong>{t('instrument-files.right')}</strong>
          </p>
          <Facts
            facts={[
              [t('instruments.columns.name'), bothIn(currentLanguage(), found.title)],
              [t('instrument-files.id'), found.id],
              [t('instrument-parts.facts.version'), found.version],
              [t('instruments.columns.items'), String(found.itemCount)],
              [
                t('instrument-files.effect'),
                found.replaces
                  ? t('instrument-files.replaces', { version: found.replaces })
                  : t('instrument-files.isNew'),
              ],
            ]}
          />
        </div>
      )}
      {add.error && <ErrorState error={add.error} what={t('instrument-files.failed')} />}
    </SheetDialog>
  )
}
