import type { Migration } from './migration.ts'
import { historyOf } from './history-trigger.ts'

/** The course of a case: asked for, assigned and accepted or declined; stage summaries, monthly conferences, hardship and aid. */
export const course: Migration = {
  version: 5,
  name: 'course',
  sql: `
ALTER TABLE cases ADD COLUMN entry_basis TEXT;
ALTER TABLE cases ADD COLUMN entry_note TEXT NOT NULL DEFAULT '';
CREATE TABLE acceptances (
  id TEXT PRIMARY KEY, no TEXT NOT NULL UNIQUE, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  asked_on TEXT NOT NULL, source TEXT NOT NULL, asked_by TEXT NOT NULL, basis TEXT NOT NULL, urgency TEXT NOT NULL,
  concern TEXT NOT NULL, promises TEXT NOT NULL, state TEXT NOT NULL, assigned_to TEXT REFERENCES users (id),
  assigned_by TEXT REFERENCES users (id), assigned_at TEXT, decided_by TEXT REFERENCES users (id), decided_at TEXT,
  answer TEXT NOT NULL, case_id TEXT REFERENCES cases (id) ON DELETE RESTRICT,
  entered_by TEXT NOT NULL REFERENCES users (id), entered_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX acceptances_by_state ON acceptances (state, asked_on);
CREATE INDEX acceptances_by_student ON acceptances (student_id);
CREATE INDEX acceptances_by_case ON acceptances (case_id) WHERE case_id IS NOT NULL;
CREATE TABLE declines (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, on_day TEXT NOT NULL,
  asked_because TEXT NOT NULL, words TEXT NOT NULL, ask_again_on TEXT, by TEXT NOT NULL REFERENCES users (id),
  at TEXT NOT NULL, ended_at TEXT, ended_by TEXT REFERENCES users (id), deleted_at TEXT
) STRICT;
CREATE INDEX declines_by_student ON declines (student_id);
CREATE INDEX declines_again ON declines (ask_again_on) WHERE ask_again_on IS NOT NULL AND ended_at IS NULL;

CREATE TABLE stage_summaries (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, stage INTEGER NOT NULL, text TEXT NOT NULL,
  next_steps TEXT NOT NULL, family_text TEXT NOT NULL, told_topics TEXT NOT NULL, state TEXT NOT NULL,
  person_id TEXT REFERENCES support_persons (id), receiver TEXT NOT NULL, relation TEXT, exception_ground TEXT,
  finished_at TEXT, delivered_on TEXT, delivered_way TEXT, skipped_reason TEXT NOT NULL, by TEXT NOT NULL REFERENCES users (id), saved_at TEXT NOT NULL, UNIQUE (case_id, stage)
) STRICT;
CREATE INDEX stage_summaries_by_student ON stage_summaries (student_id);
CREATE TABLE conference_choices (
  month TEXT NOT NULL, case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, choice TEXT NOT NULL, why TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users (id), at TEXT NOT NULL, PRIMARY KEY (month, case_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conference_choices_by_case ON conference_choices (case_id);

CREATE TABLE hardships (
  student_id TEXT PRIMARY KEY REFERENCES students (id) ON DELETE RESTRICT, since TEXT NOT NULL, note TEXT NOT NULL,
  ended_on TEXT, by TEXT NOT NULL REFERENCES users (id), at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE aid_referrals (
  id TEXT PRIMARY KEY, no TEXT NOT NULL UNIQUE, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  on_day TEXT NOT NULL, kind TEXT NOT NULL, office TEXT NOT NULL, reason TEXT NOT NULL, told TEXT NOT NULL,
  agreed_by TEXT NOT NULL, exception_ground TEXT, state TEXT NOT NULL, answer_due TEXT NOT NULL, answered_on TEXT,
  outcome TEXT NOT NULL,
  entered_by TEXT NOT NULL REFERENCES users (id), entered_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX aid_referrals_by_student ON aid_referrals (student_id, on_day);
CREATE INDEX aid_referrals_waiting ON aid_referrals (answer_due) WHERE state IN ('sent', 'waiting');
CREATE INDEX aid_referrals_by_day ON aid_referrals (on_day);

CREATE INDEX followups_by_day ON followups (due_on);
CREATE INDEX reviews_by_day ON reviews (on_day);
CREATE INDEX archives_by_day ON archives (archived_on);
CREATE INDEX destructions_by_time ON destructions (at);

ALTER TABLE note_moves ADD COLUMN marks TEXT NOT NULL DEFAULT '[]';
${historyOf('reviews', 'id', 'student_id', ['on_day', 'goals', 'satisfaction', 'satisfaction_words', 'tool', 'dependence', 'decision', 'note', 'next_on'])}
${historyOf('acceptances', 'id', 'student_id', ['asked_on', 'source', 'asked_by', 'basis', 'urgency', 'concern', 'promises', 'state', 'assigned_to', 'decided_at', 'answer', 'deleted_at'])}
${historyOf('declines', 'id', 'student_id', ['on_day', 'asked_because', 'words', 'ask_again_on', 'ended_at', 'deleted_at'])}
${historyOf('stage_summaries', 'id', 'student_id', ['text', 'next_steps', 'family_text', 'told_topics', 'state', 'person_id', 'receiver', 'relation', 'exception_ground', 'finished_at', 'delivered_on', 'delivered_way', 'skipped_reason'])}
${historyOf('hardships', 'student_id', 'student_id', ['since', 'note', 'ended_on'])}
${historyOf('aid_referrals', 'id', 'student_id', ['on_day', 'kind', 'office', 'reason', 'told', 'agreed_by', 'exception_ground', 'state', 'answer_due', 'answered_on', 'outcome', 'deleted_at'])}
`,
}
