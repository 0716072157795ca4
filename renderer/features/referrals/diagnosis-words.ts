/** Words that sound like a diagnosis; the room describes behaviour and leaves the naming to a hospital. Advice only. */
const DIAGNOSES =
  /抑郁症|抑郁障碍|焦虑症|焦虑障碍|双相(?:情感)?障碍|双相|躁狂症|躁郁症|精神分裂症?|强迫症|恐惧症|社恐症|自闭症|孤独症|多动症|人格障碍|癔症|神经症|神经衰弱|精神病|厌食症|暴食症|depressive disorder|clinical depression|bipolar|schizophreni\w*|anxiety disorder|autis\w*|\bADHD\b|\bOCD\b|\bPTSD\b|psychosis|personality disorder/iu

export const diagnosisIn = (text: string): string | null => DIAGNOSES.exec(text)?.[0] ?? null
