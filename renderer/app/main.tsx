import { createRoot } from 'react-dom/client'
import { keepPageStrict } from '#lib/strict-page'
import { paintShade, systemShade } from '#lib/shade'
import { startWords } from '#lib/words'
import { Door } from './Door.tsx'

keepPageStrict()
startWords()
paintShade(systemShade())
const root = document.getElementById('root')
if (root) createRoot(root).render(<Door />)
