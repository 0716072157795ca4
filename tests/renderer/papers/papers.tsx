import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { PrintModel } from '#contract/prints'
import type { Language } from '#contract/vault'
import { Paper } from '#features/prints/Paper'
import { BackupPassphraseSheet } from '#forms/BackupPassphraseSheet'
import { PaperDesk } from '#forms/PaperDesk'
import { RecoverySheet } from '#forms/RecoverySheet'
import { addAllWords } from '#lib/all-words'
import { setLanguage, startWords } from '#lib/words'
import { SCHOOL, STAFF } from '#tests/people'
import '#tests/e2e/papers/window'
import '#fonts/fonts.css'

startWords()
addAllWords()
window.printed = []
const root = createRoot(document.getElementById('root')!)
let count = 0

const lay = (language: Language, paper: ReactNode): string => {
  setLanguage(language)
  const title = `paper ${++count}`
  root.render(
    <PaperDesk
      key={title}
      title={title}
      onPrint={(pages) => window.printed.push(pages)}
      onBack={() => root.render(null)}
    >
      {paper}
    </PaperDesk>,
  )
  return title
}
window.lay = (language, model) => lay(language, <Paper model={PrintModel.parse(model)} />)
window.layRecoverySheet = (language, code) =>
  lay(
    language,
    <RecoverySheet code={code} school={SCHOOL.name} madeBy={STAFF.counselor.name} madeAt="2026-11-21T10:32" />,
  )
window.layPassphraseSheet = (language, passphrase) =>
  lay(
    language,
    <BackupPassphraseSheet
      passphrase={passphrase}
      school={SCHOOL.name}
      madeBy={STAFF.counselor.name}
      madeAt="2026-11-21T10:32"
    />,
  )
