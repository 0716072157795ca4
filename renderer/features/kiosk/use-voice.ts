import { useEffect, useState } from 'react'
import type { Language } from '#contract/vault'

const voicesOf = (language: Language): SpeechSynthesisVoice[] =>
  'speechSynthesis' in window
    ? window.speechSynthesis
        .getVoices()
        // Some browsers offer voices that speak over the network; nothing of a form leaves this PC.
        .filter((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language))
    : []

/** Reads text aloud with a voice of this PC; null when it has none for the language. */
export const useVoice = (language: Language): ((text: string) => void) | null => {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | undefined>(() => voicesOf(language)[0])
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const { speechSynthesis } = window
    const look = () => setVoice(voicesOf(language)[0])
    look()
    speechSynthesis.addEventListener('voiceschanged', look)
    return () => {
      speechSynthesis.cancel()
      speechSynthesis.removeEventListener('voiceschanged', look)
    }
  }, [language])
  if (!voice) return null
  return (text) => {
    window.speechSynthesis.cancel()
    const speech = new SpeechSynthesisUtterance(text)
    speech.voice = voice
    speech.lang = voice.lang
    window.speechSynthesis.speak(speech)
  }
}
