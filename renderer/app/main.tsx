import { createRoot } from 'react-dom/client'
import { client } from '#lib/client'
import { keepPageStrict } from '#lib/strict-page'
import { paintShade, systemShade } from '#lib/shade'
import { leaveFieldsUnkept } from '#lib/unkept-fields'
import { startWords } from '#lib/words'
import { Door } from './Door.tsx'

keepPageStrict()
leaveFieldsUnkept()
startWords()
paintShade(systemShade())
// Asked before the first render: the answer is on its way while React starts.
const status = client.vault.status({})
const root = document.getElementById('root')
if (root) createRoot(root).render(<Door asked={status} />)
