import type { Migration } from './migration.ts'
import { historyOf } from './history-trigger.ts'

/**
 * What never changes is emptied when a case is destroyed: for as long as a row of `destructions` is open, which is within the one
 * transaction that destroys.
 */
const UNLESS_DESTROYED = `NOT EXISTS (SELECT 1 FROM destructions WHERE is_open = 1)`

/** The room's day and the case: hours, appointments, letters, contacts, plans, follow-ups, attachments, archive, earlier states. */
export const work: Migration = {
  version: 4,
  name: 'work',
  sql: `
CREATE TABLE closed_days (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, from_day TEXT NOT NULL, to_day TEXT NOT NULL,
  as_weekday INTEGER
) STRICT;
CREATE INDEX closed_days_by_day ON closed_days (from_day, to_day);
CREATE TABLE shifts (
  id TEXT PRIMARY KEY, day TEXT NOT NULL, starts_at TEXT NOT NULL, ends_at TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id), note TEXT NOT NULL
) STRICT;
CREATE INDEX shifts_by_day ON shifts (day, starts_at);
CREATE TABLE shift_handovers (
  id TEXT PRIMARY KEY, day TEXT NOT NULL, from_id TEXT NOT NULL REFERENCES users (id), to_id TEXT REFERENCES users (id),
  items TEXT NOT NULL, note TEXT NOT NULL, at TEXT NOT NULL, taken_at TEXT
) STRICT;
CREATE INDEX shift_handovers_by_day ON shift_handovers (day);
CREATE TABLE busy_times (
  id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id), title TEXT NOT NULL, weekday INTEGER, day TEXT,
  starts_at TEXT NOT NULL, ends_at TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT
) STRICT;
CREATE INDEX busy_times_by_user ON busy_times (user_id, from_day);

CREATE TABLE appointments (
  visit_id TEXT PRIMARY KEY REFERENCES visits (id) ON DELETE RESTRICT, until TEXT NOT NULL, series_id TEXT,
  over_reason TEXT NOT NULL, confirmed_at TEXT, confirmed_by TEXT REFERENCES users (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointments_by_series ON appointments (series_id) WHERE series_id IS NOT NULL;
CREATE TABLE waits (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, since TEXT NOT NULL,
  urgency TEXT NOT NULL, wish TEXT NOT NULL, note TEXT NOT NULL, receiver_id TEXT REFERENCES users (id), entered_by TEXT NOT NULL REFERENCES users (id),
  entered_at TEXT NOT NULL, closed_at TEXT, outcome TEXT, visit_id TEXT REFERENCES visits (id)
) STRICT;
CREATE INDEX waits_open ON waits (since) WHERE closed_at IS NULL;
CREATE INDEX waits_by_student ON waits (student_id);
CREATE TABLE kept_apart (
  id TEXT PRIMARY KEY, one_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  other_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, reason TEXT NOT NULL, at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users (id), ended_at TEXT
) STRICT;
CREATE INDEX kept_apart_by_one ON kept_apart (one_id) WHERE ended_at IS NULL;
CREATE INDEX kept_apart_by_other ON kept_apart (other_id) WHERE ended_at IS NULL;

CREATE TABLE day_logs (
  day TEXT NOT NULL, user_id TEXT NOT NULL REFERENCES users (id), closed_at TEXT NOT NULL, remarks TEXT NOT NULL,
  summary TEXT NOT NULL, PRIMARY KEY (day, user_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE unfit_days (
  day TEXT NOT NULL, user_id TEXT NOT NULL REFERENCES users (id), at TEXT NOT NULL, ended_at TEXT, PRIMARY KEY (day, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE letter_openings (
  day TEXT PRIMARY KEY, opened_by TEXT NOT NULL REFERENCES users (id), count INTEGER NOT NULL, at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE letters (
  id TEXT PRIMARY KEY, no TEXT NOT NULL UNIQUE, received_on TEXT NOT NULL, student_id TEXT REFERENCES students (id) ON DELETE RESTRICT,
  writer TEXT NOT NULL, summary TEXT NOT NULL, is_risk INTEGER NOT NULL, assigned_to TEXT REFERENCES users (id), reply_due TEXT,
  state TEXT NOT NULL, reply TEXT NOT NULL, answered_at TEXT, notified_at TEXT, visit_id TEXT REFERENCES visits (id), entered_by TEXT NOT NULL REFERENCES users (id),
  entered_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX letters_by_state ON letters (state, received_on);
CREATE INDEX letters_by_student ON letters (student_id) WHERE student_id IS NOT NULL;
CREATE TABLE observations (
  id TEXT PRIMARY KEY, no TEXT NOT NULL UNIQUE, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  observed_on TEXT NOT NULL, reporter TEXT NOT NULL, reporter_role TEXT NOT NULL, signs TEXT NOT NULL, text TEXT NOT NULL,
  urgency TEXT NOT NULL, done_already TEXT NOT NULL, state TEXT NOT NULL, outcome TEXT, outcome_note TEXT NOT NULL, outcome_at TEXT, visit_id TEXT REFERENCES visits (id),
  entered_by TEXT NOT NULL REFERENCES users (id), entered_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX observations_by_state ON observations (state, observed_on);
CREATE INDEX observations_by_student ON observations (student_id);

CREATE TABLE support_persons (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, name TEXT NOT NULL,
  relation TEXT NOT NULL, phone TEXT NOT NULL, may_know TEXT NOT NULL, note TEXT NOT NULL, confirmed_at TEXT,
  confirmed_by TEXT REFERENCES users (id), entered_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX support_persons_by_student ON support_persons (student_id);
CREATE TABLE contacts (
  id TEXT PRIMARY KEY, student_id TEXT REFERENCES students (id) ON DELETE RESTRICT,
  person_id TEXT REFERENCES support_persons (id) ON DELETE RESTRICT, kind TEXT NOT NULL, at TEXT NOT NULL, minutes INTEGER,
  direction TEXT NOT NULL, way TEXT NOT NULL, outcome TEXT NOT NULL, name TEXT NOT NULL, relation TEXT NOT NULL, summary TEXT NOT NULL,
  told_topics TEXT NOT NULL, told TEXT NOT NULL, answer TEXT NOT NULL, agreed TEXT NOT NULL, left_at TEXT, collected_by TEXT NOT NULL, reply_due TEXT, due_reason TEXT NOT NULL, replied_at TEXT, replied_by TEXT REFERENCES users (id),
  passed_to TEXT REFERENCES users (id), next_on TEXT, next_topic TEXT NOT NULL, exception_ground TEXT,
  entered_by TEXT NOT NULL REFERENCES users (id), entered_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX contacts_by_student ON contacts (student_id, at) WHERE student_id IS NOT NULL;
CREATE INDEX contacts_waiting ON contacts (reply_due) WHERE reply_due IS NOT NULL AND replied_at IS NULL;
CREATE INDEX contacts_by_time ON contacts (at);
CREATE INDEX contacts_next ON contacts (next_on) WHERE next_on IS NOT NULL;
CREATE TABLE conferences (
  id TEXT PRIMARY KEY, no TEXT NOT NULL UNIQUE, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT, kind TEXT NOT NULL, at TEXT NOT NULL, minutes INTEGER, place TEXT NOT NULL,
  attendees TEXT NOT NULL, aims TEXT NOT NULL, at_home TEXT NOT NULL, at_school TEXT NOT NULL, course TEXT NOT NULL, effect TEXT NOT NULL, agreed TEXT NOT NULL,
  inside TEXT NOT NULL, next_on TEXT, entered_by TEXT NOT NULL REFERENCES users (id), entered_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX conferences_by_student ON conferences (student_id, at);
CREATE INDEX conferences_by_time ON conferences (at);

ALTER TABLE cases ADD COLUMN explanation TEXT NOT NULL DEFAULT '';
ALTER TABLE case_handovers ADD COLUMN client_view TEXT NOT NULL DEFAULT '';
CREATE TABLE case_declarations (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, relation TEXT NOT NULL, detail TEXT NOT NULL, decision TEXT NOT NULL,
  reason TEXT NOT NULL, agreed_by TEXT NOT NULL, by TEXT NOT NULL REFERENCES users (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX case_declarations_by_case ON case_declarations (case_id, at);
CREATE TABLE case_stabilities (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, stability TEXT NOT NULL, every_days INTEGER, reason TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX case_stabilities_by_case ON case_stabilities (case_id, at);
CREATE TABLE intakes (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL UNIQUE REFERENCES cases (id) ON DELETE RESTRICT,
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, on_day TEXT NOT NULL, methods TEXT NOT NULL, problem TEXT NOT NULL,
  background TEXT NOT NULL, family TEXT NOT NULL, personality TEXT NOT NULL, supports TEXT NOT NULL, needs TEXT NOT NULL,
  expectation TEXT NOT NULL, risk_screen TEXT NOT NULL, conclusion TEXT NOT NULL, version INTEGER NOT NULL, finished_at TEXT,
  by TEXT NOT NULL REFERENCES users (id), saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX intakes_by_student ON intakes (student_id);
CREATE TABLE intake_reopenings (
  id TEXT PRIMARY KEY, intake_id TEXT NOT NULL REFERENCES intakes (id) ON DELETE RESTRICT, reason TEXT NOT NULL, before TEXT NOT NULL,
  finished_at TEXT NOT NULL, by TEXT NOT NULL REFERENCES users (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX intake_reopenings_by_intake ON intake_reopenings (intake_id, at);
CREATE TRIGGER intake_reopenings_never_change BEFORE UPDATE ON intake_reopenings WHEN ${UNLESS_DESTROYED} BEGIN SELECT RAISE(ABORT, 'what happened stays'); END;
CREATE TRIGGER intakes_finished_never_change BEFORE UPDATE ON intakes WHEN OLD.finished_at IS NOT NULL AND ${UNLESS_DESTROYED} AND NOT EXISTS (
    SELECT 1 FROM intake_reopenings r WHERE r.intake_id = OLD.id AND r.finished_at = OLD.finished_at)
  BEGIN SELECT RAISE(ABORT, 'a finished intake is reopened first'); END;
CREATE TABLE plans (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, version INTEGER NOT NULL, state TEXT NOT NULL, service TEXT NOT NULL,
  methods TEXT NOT NULL, steps TEXT NOT NULL, schedule TEXT NOT NULL, special_method TEXT NOT NULL, contents TEXT NOT NULL, review_days INTEGER,
  agreed_on TEXT, why TEXT NOT NULL, edits INTEGER NOT NULL, by TEXT NOT NULL REFERENCES users (id), saved_at TEXT NOT NULL,
  activated_at TEXT, UNIQUE (case_id, version)
) STRICT;
CREATE INDEX plans_by_student ON plans (student_id);
CREATE UNIQUE INDEX plans_active ON plans (case_id) WHERE state = 'active';
CREATE TABLE goals (
  id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plans (id) ON DELETE RESTRICT, root_id TEXT NOT NULL, ord INTEGER NOT NULL,
  text TEXT NOT NULL, sign TEXT NOT NULL, state TEXT NOT NULL, UNIQUE (plan_id, root_id)
) STRICT;
CREATE INDEX goals_by_plan ON goals (plan_id, ord);
CREATE TRIGGER plans_agreed_never_change BEFORE UPDATE ON plans WHEN OLD.state <> 'draft' AND ${UNLESS_DESTROYED} AND (
    NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id OR NEW.student_id IS NOT OLD.student_id OR NEW.version IS NOT OLD.version
    OR NEW.service IS NOT OLD.service OR NEW.methods IS NOT OLD.methods OR NEW.steps IS NOT OLD.steps OR NEW.schedule IS NOT OLD.schedule
    OR NEW.special_method IS NOT OLD.special_method OR NEW.contents IS NOT OLD.contents OR NEW.agreed_on IS NOT OLD.agreed_on OR NEW.why IS NOT OLD.why)
  BEGIN SELECT RAISE(ABORT, 'an agreed plan never changes'); END;
CREATE TRIGGER goals_agreed_never_change BEFORE UPDATE OF plan_id, root_id, ord, text, sign ON goals
  WHEN (SELECT state FROM plans WHERE id = OLD.plan_id) <> 'draft' AND ${UNLESS_DESTROYED}
  BEGIN SELECT RAISE(ABORT, 'an agreed plan never changes'); END;
CREATE TRIGGER goals_agreed_stay BEFORE DELETE ON goals WHEN (SELECT state FROM plans WHERE id = OLD.plan_id) <> 'draft'
  BEGIN SELECT RAISE(ABORT, 'an agreed plan never changes'); END;
CREATE TABLE goal_marks (
  id TEXT PRIMARY KEY, root_id TEXT NOT NULL, case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE RESTRICT,
  score INTEGER, words TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL REFERENCES users (id)
) STRICT;
CREATE UNIQUE INDEX goal_marks_by_visit ON goal_marks (visit_id, root_id);
CREATE INDEX goal_marks_by_case ON goal_marks (case_id);
CREATE TABLE reviews (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, plan_id TEXT REFERENCES plans (id) ON DELETE RESTRICT,
  on_day TEXT NOT NULL, goals TEXT NOT NULL, satisfaction INTEGER,
  satisfaction_words TEXT NOT NULL, tool TEXT NOT NULL, dependence TEXT NOT NULL, decision TEXT NOT NULL, note TEXT NOT NULL, next_on TEXT,
  by TEXT NOT NULL REFERENCES users (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX reviews_by_case ON reviews (case_id, on_day);
CREATE INDEX reviews_by_student ON reviews (student_id);
CREATE TABLE followups (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT, cause TEXT NOT NULL, step INTEGER NOT NULL, basis TEXT NOT NULL, due_on TEXT NOT NULL,
  state TEXT NOT NULL, done_at TEXT, way TEXT, text TEXT NOT NULL, outcome TEXT, dropped_reason TEXT NOT NULL,
  owner_id TEXT NOT NULL REFERENCES users (id), by TEXT REFERENCES users (id), made_at TEXT NOT NULL, recorded_at TEXT
) STRICT;
CREATE INDEX followups_due ON followups (due_on) WHERE state = 'due';
CREATE INDEX followups_by_student ON followups (student_id, due_on);
CREATE INDEX followups_by_case ON followups (case_id, due_on);
CREATE TABLE paper_items (
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT, item TEXT NOT NULL, state TEXT NOT NULL, promised_on TEXT, note TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users (id), at TEXT NOT NULL, PRIMARY KEY (case_id, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_items_promised ON paper_items (promised_on) WHERE state = 'promised';
CREATE TABLE growth_entries (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, on_day TEXT NOT NULL, kind TEXT NOT NULL,
  text TEXT NOT NULL, is_shareable INTEGER NOT NULL, by TEXT NOT NULL REFERENCES users (id), entered_at TEXT NOT NULL, deleted_at TEXT
) STRICT;
CREATE INDEX growth_entries_by_student ON growth_entries (student_id, on_day);
CREATE TABLE archives (
  case_id TEXT PRIMARY KEY REFERENCES cases (id) ON DELETE RESTRICT, no TEXT NOT NULL UNIQUE, box TEXT NOT NULL, archived_on TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users (id), keep_until TEXT, hold_reason TEXT NOT NULL, destruction_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX archives_by_keep_until ON archives (keep_until);
CREATE TABLE destructions (
  id TEXT PRIMARY KEY, no TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL UNIQUE REFERENCES cases (id) ON DELETE RESTRICT, reason TEXT NOT NULL,
  early_reason TEXT NOT NULL, method TEXT NOT NULL, approved_by TEXT NOT NULL, is_on_paper INTEGER NOT NULL, witness TEXT NOT NULL,
  counts TEXT NOT NULL, is_open INTEGER NOT NULL, by TEXT NOT NULL REFERENCES users (id), at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX destructions_open ON destructions (is_open) WHERE is_open = 1;
CREATE TRIGGER destructions_never_change BEFORE UPDATE ON destructions WHEN OLD.is_open = 0 OR NEW.id IS NOT OLD.id OR NEW.no IS NOT OLD.no
    OR NEW.case_id IS NOT OLD.case_id OR NEW.approved_by IS NOT OLD.approved_by OR NEW.witness IS NOT OLD.witness OR NEW.at IS NOT OLD.at
  BEGIN SELECT RAISE(ABORT, 'what happened stays'); END;
CREATE TRIGGER destructions_never_go BEFORE DELETE ON destructions BEGIN SELECT RAISE(ABORT, 'what happened stays'); END;
CREATE TRIGGER archives_destroyed_stay BEFORE UPDATE ON archives WHEN OLD.destruction_id IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'what is destroyed does not come back'); END;
DROP TRIGGER note_versions_never_change;
CREATE TRIGGER note_versions_never_change BEFORE UPDATE ON note_versions WHEN ${UNLESS_DESTROYED}
  BEGIN SELECT RAISE(ABORT, 'versions never change'); END;
DROP TRIGGER addenda_never_change;
CREATE TRIGGER addenda_never_change BEFORE UPDATE ON addenda WHEN ${UNLESS_DESTROYED}
  BEGIN SELECT RAISE(ABORT, 'an addendum never changes'); END;
DROP TRIGGER case_events_never_change;
CREATE TRIGGER case_events_never_change BEFORE UPDATE ON case_events WHEN ${UNLESS_DESTROYED}
  BEGIN SELECT RAISE(ABORT, 'what happened stays'); END;
DROP TRIGGER case_handovers_never_change;
CREATE TRIGGER case_handovers_never_change BEFORE UPDATE ON case_handovers WHEN ${UNLESS_DESTROYED}
  BEGIN SELECT RAISE(ABORT, 'a handover never changes'); END;

CREATE TABLE attachments (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, about TEXT NOT NULL, about_id TEXT NOT NULL,
  name TEXT NOT NULL, kind TEXT NOT NULL, type TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, turned INTEGER NOT NULL, note TEXT NOT NULL,
  entered_by TEXT NOT NULL REFERENCES users (id), entered_at TEXT NOT NULL, deleted_at TEXT, deleted_because TEXT
) STRICT;
CREATE INDEX attachments_by_student ON attachments (student_id, entered_at);
CREATE INDEX attachments_by_about ON attachments (about, about_id);
CREATE TABLE attachment_parts (
  id INTEGER PRIMARY KEY, attachment_id TEXT NOT NULL REFERENCES attachments (id) ON DELETE RESTRICT, ord INTEGER NOT NULL, data BLOB NOT NULL,
  UNIQUE (attachment_id, ord)
) STRICT;
CREATE TRIGGER attachment_parts_never_change BEFORE UPDATE ON attachment_parts WHEN ${UNLESS_DESTROYED} BEGIN SELECT RAISE(ABORT, 'a paper stays as it came'); END;
ALTER TABLE consents ADD COLUMN answer TEXT NOT NULL DEFAULT 'agrees';
ALTER TABLE consents ADD COLUMN relation TEXT NOT NULL DEFAULT '';
ALTER TABLE consents ADD COLUMN shared_with TEXT;
ALTER TABLE consents ADD COLUMN valid_until TEXT;
ALTER TABLE consents ADD COLUMN withdrawn_reason TEXT NOT NULL DEFAULT '';

CREATE TABLE note_moves (
  id TEXT PRIMARY KEY, note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE RESTRICT,
  from_visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE RESTRICT, from_student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  to_visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE RESTRICT, to_student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL, by TEXT NOT NULL REFERENCES users (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX note_moves_by_from ON note_moves (from_student_id);
CREATE INDEX note_moves_by_to ON note_moves (to_student_id);
CREATE INDEX note_moves_by_note ON note_moves (note_id);
CREATE TRIGGER note_moves_never_change BEFORE UPDATE ON note_moves WHEN ${UNLESS_DESTROYED} BEGIN SELECT RAISE(ABORT, 'what happened stays'); END;
DROP TRIGGER notes_signed_never_change;
CREATE TRIGGER notes_signed_never_change BEFORE UPDATE ON notes WHEN OLD.state = 'signed' AND ${UNLESS_DESTROYED} AND (
    NEW.id IS NOT OLD.id OR NEW.state IS NOT OLD.state OR NEW.version IS NOT OLD.version OR NEW.body IS NOT OLD.body OR NEW.saved_at IS NOT OLD.saved_at
    OR NEW.written_by IS NOT OLD.written_by OR NEW.signed_at IS NOT OLD.signed_at OR NEW.signed_by IS NOT OLD.signed_by)
  BEGIN SELECT RAISE(ABORT, 'a signed note never changes'); END;
CREATE TRIGGER notes_move_with_a_trace BEFORE UPDATE OF visit_id, student_id ON notes
  WHEN (NEW.visit_id IS NOT OLD.visit_id OR NEW.student_id IS NOT OLD.student_id) AND NOT EXISTS (SELECT 1 FROM note_moves m
    WHERE m.note_id = OLD.id AND m.from_visit_id = OLD.visit_id AND m.to_visit_id = NEW.visit_id AND m.to_student_id = NEW.student_id)
  BEGIN SELECT RAISE(ABORT, 'a note moves with a trace'); END;

CREATE TABLE revisions (
  seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_id TEXT NOT NULL, student_id TEXT, before TEXT NOT NULL, at TEXT, by TEXT,
  reason TEXT
) STRICT;
CREATE INDEX revisions_by_record ON revisions (kind, record_id, seq);
CREATE INDEX revisions_unstamped ON revisions (seq) WHERE at IS NULL;
CREATE INDEX revisions_by_at ON revisions (at);
${historyOf('students', 'id', 'id', ['kind', 'name', 'sex', 'birth_date', 'student_no', 'national_no', 'ethnicity', 'grade_no', 'class_no', 'grade', 'class_name', 'entry_year', 'college', 'major', 'head_teacher', 'boarding', 'dormitory', 'phone', 'address', 'note', 'left_on'])}
${historyOf('visits', 'id', 'student_id', ['state', 'channel', 'source', 'visitor', 'primary_problem', 'other_problems', 'place', 'receiver_id', 'request', 'booked_for', 'arrived_at', 'ended_at', 'on_day', 'door_open', 'cancel_reason'])}
${historyOf('consents', 'id', 'student_id', ['kind', 'text_version', 'given_on', 'signer', 'signer_name', 'mode', 'scope', 'answer', 'relation', 'shared_with', 'valid_until', 'withdrawn_on', 'withdrawn_reason'])}
${historyOf('referrals', 'id', 'student_id', ['state', 'kind', 'urgency', 'reason', 'done_so_far', 'options', 'choice', 'institution_kind', 'institution', 'department', 'client_view', 'guardian_answer', 'guardian_informed_at', 'guardian_name', 'guardian_words', 'referred_at', 'return_due', 'slip', 'returned_on'])}
${historyOf('crises', 'id', 'student_id', ['state', 'closed_at', 'outcome', 'close_note', 'reporter', 'place', 'found_how', 'signs', 'rank', 'rank_reason', 'guardian_answer', 'reported_to', 'counselor_opinion'])}
${historyOf('letters', 'id', 'student_id', ['received_on', 'student_id', 'writer', 'summary', 'is_risk', 'assigned_to', 'reply_due', 'state', 'reply', 'answered_at', 'notified_at', 'visit_id', 'deleted_at'])}
${historyOf('observations', 'id', 'student_id', ['observed_on', 'reporter', 'reporter_role', 'signs', 'text', 'urgency', 'done_already', 'state', 'outcome', 'outcome_note', 'outcome_at', 'visit_id', 'deleted_at'])}
${historyOf('support_persons', 'id', 'student_id', ['name', 'relation', 'phone', 'may_know', 'note', 'confirmed_at', 'confirmed_by', 'deleted_at'])}
${historyOf('contacts', 'id', 'student_id', ['student_id', 'person_id', 'kind', 'at', 'minutes', 'direction', 'way', 'outcome', 'name', 'relation', 'summary', 'told_topics', 'told', 'answer', 'agreed', 'left_at', 'collected_by', 'reply_due', 'due_reason', 'replied_at', 'replied_by', 'passed_to', 'next_on', 'next_topic', 'exception_ground', 'deleted_at'])}
${historyOf('conferences', 'id', 'student_id', ['kind', 'at', 'minutes', 'place', 'attendees', 'aims', 'at_home', 'at_school', 'course', 'effect', 'agreed', 'inside', 'next_on', 'deleted_at'])}
${historyOf('growth_entries', 'id', 'student_id', ['on_day', 'kind', 'text', 'is_shareable', 'deleted_at'])}
${historyOf('attachments', 'id', 'student_id', ['about', 'about_id', 'name', 'kind', 'note', 'deleted_at'])}
${historyOf('followups', 'id', 'student_id', ['due_on', 'state', 'done_at', 'way', 'text', 'outcome', 'dropped_reason', 'owner_id'])}
`,
}
