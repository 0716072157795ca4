import type { ContactKind, Relation } from '#contract/contact-tables'
import type { Contact, ContactFields } from '#contract/contacts'

type Start = { now: string; kind?: ContactKind; relation?: Relation; name?: string; isAnswer?: boolean }

export const emptyContact = ({ now, kind = 'other', relation, name, isAnswer }: Start): ContactFields => ({
  kind,
  at: now,
  minutes: null,
  direction: isAnswer || kind === 'arrival' || kind === 'first-parent' ? 'out' : 'in',
  way: 'phone',
  outcome: 'reached',
  personId: null,
  name: name ?? '',
  relation: relation ?? 'mother',
  summary: '',
  toldTopics: [],
  told: '',
  exceptionGround: null,
  answer: '',
  agreed: '',
  awaitsReply: false,
  replyDue: null,
  dueReason: '',
  nextOn: null,
  nextTopic: '',
  leftAt: null,
  collectedBy: '',
})

/** A contact as its form has it, to be corrected. */
export const fieldsOfContact = ({
  id: _id,
  studentId: _studentId,
  repliedAt: _repliedAt,
  repliedBy: _repliedBy,
  passedTo: _passedTo,
  enteredBy: _enteredBy,
  enteredAt: _enteredAt,
  ...fields
}: Contact): ContactFields => ({ ...fields, awaitsReply: fields.replyDue !== null })

/** The fields as they are sent: nothing was told to the student about the student. */
export const sentContact = (fields: ContactFields): ContactFields => ({
  ...fields,
  name: fields.name.trim(),
  ...(fields.relation === 'student' && { toldTopics: [], told: '' }),
  ...(fields.kind !== 'arrival' && { leftAt: null, collectedBy: '' }),
  ...(!fields.awaitsReply && { replyDue: null, dueReason: '' }),
})
