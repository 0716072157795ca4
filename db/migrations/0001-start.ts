import type { Migration } from './migration.ts'

/** The first schema. Shipped migrations never change; the structure test holds their digests. */
export const start: Migration = {
  version: 1,
  name: 'start',
  sql: `
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE requests (id TEXT PRIMARY KEY, procedure TEXT NOT NULL, reply TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX requests_by_at ON requests (at);

CREATE TABLE users (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, sex TEXT, roles TEXT NOT NULL, created_at TEXT NOT NULL, closed_at TEXT
) STRICT;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, user_id TEXT, event TEXT NOT NULL, subject_id TEXT, student_id TEXT,
  prev TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_never_goes BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TABLE students (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, name_sort TEXT NOT NULL, sex TEXT, birth_date TEXT,
  student_no TEXT, national_no TEXT, ethnicity TEXT, grade_no INTEGER, class_no INTEGER, grade TEXT, class_name TEXT,
  entry_year INTEGER, college TEXT, major TEXT, head_teacher TEXT, boarding INTEGER, dormitory TEXT, phone TEXT,
  address TEXT, note TEXT, left_on TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX students_by_student_no ON students (student_no) WHERE student_no IS NOT NULL;
CREATE INDEX students_by_national_no ON students (national_no) WHERE national_no IS NOT NULL;
CREATE INDEX students_by_class ON students (grade, class_name, name_sort);
CREATE INDEX students_by_name ON students (name_sort);
CREATE TABLE student_keys (
  student_id TEXT PRIMARY KEY REFERENCES students (id) ON DELETE RESTRICT, keys TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE guardians (
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, ord INTEGER NOT NULL,
  name TEXT NOT NULL, relation TEXT NOT NULL, phone TEXT NOT NULL, PRIMARY KEY (student_id, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id TEXT PRIMARY KEY, file_name TEXT NOT NULL, started_at TEXT NOT NULL, by TEXT NOT NULL, rows TEXT NOT NULL,
  row_count INTEGER NOT NULL, done INTEGER NOT NULL, added INTEGER NOT NULL, updated INTEGER NOT NULL,
  skipped INTEGER NOT NULL, finished INTEGER NOT NULL, undone_at TEXT
) STRICT;
CREATE TABLE import_changes (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE RESTRICT, ord INTEGER NOT NULL, student_id TEXT NOT NULL,
  before TEXT, PRIMARY KEY (import_id, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_changes_by_student ON import_changes (student_id);

CREATE TABLE cases (
  id TEXT PRIMARY KEY, no TEXT NOT NULL UNIQUE, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  state TEXT NOT NULL, opened_on TEXT NOT NULL, closed_on TEXT, close_reason TEXT, close_note TEXT NOT NULL DEFAULT '',
  advice TEXT NOT NULL DEFAULT '', counselor_id TEXT NOT NULL REFERENCES users (id), created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX cases_one_open ON cases (student_id) WHERE state = 'open';
CREATE INDEX cases_by_student ON cases (student_id, opened_on);
CREATE INDEX cases_by_state ON cases (state, opened_on);
CREATE INDEX cases_by_opened ON cases (opened_on);
CREATE TABLE case_events (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, what TEXT NOT NULL, on_day TEXT NOT NULL, reason TEXT,
  text TEXT NOT NULL, by TEXT NOT NULL REFERENCES users (id), entered_at TEXT NOT NULL
) STRICT;
CREATE INDEX case_events_by_student ON case_events (student_id, entered_at);
CREATE TRIGGER case_events_never_change BEFORE UPDATE ON case_events BEGIN SELECT RAISE(ABORT, 'what happened stays'); END;
CREATE INDEX cases_by_closed ON cases (closed_on) WHERE closed_on IS NOT NULL;

CREATE TABLE visits (
  id TEXT PRIMARY KEY, no TEXT NOT NULL UNIQUE, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT, ordinal INTEGER NOT NULL, state TEXT NOT NULL,
  channel TEXT NOT NULL, source TEXT NOT NULL, visitor TEXT NOT NULL, primary_problem TEXT, other_problems TEXT NOT NULL,
  place TEXT NOT NULL, receiver_id TEXT NOT NULL REFERENCES users (id), request TEXT NOT NULL, booked_for TEXT,
  arrived_at TEXT, ended_at TEXT, on_day TEXT NOT NULL, door_open INTEGER, cancel_reason TEXT,
  entered_at TEXT NOT NULL, entered_by TEXT NOT NULL
) STRICT;
CREATE INDEX visits_by_student ON visits (student_id, on_day);
CREATE INDEX visits_by_day ON visits (on_day);
CREATE INDEX visits_by_case ON visits (case_id);
CREATE INDEX visits_by_state ON visits (state, on_day);

CREATE TABLE consents (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, kind TEXT NOT NULL,
  text_version TEXT NOT NULL, given_on TEXT NOT NULL, given_to TEXT NOT NULL REFERENCES users (id), signer TEXT NOT NULL,
  signer_name TEXT NOT NULL, mode TEXT NOT NULL, scope TEXT NOT NULL, withdrawn_on TEXT, entered_at TEXT NOT NULL
) STRICT;
CREATE INDEX consents_by_student ON consents (student_id, kind);

CREATE TABLE notes (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, visit_id TEXT NOT NULL UNIQUE REFERENCES visits (id) ON DELETE RESTRICT,
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, state TEXT NOT NULL, version INTEGER NOT NULL,
  body TEXT NOT NULL, saved_at TEXT NOT NULL, written_by TEXT NOT NULL REFERENCES users (id), signed_at TEXT, signed_by TEXT
) STRICT;
CREATE INDEX notes_by_student ON notes (student_id);
CREATE INDEX notes_by_state ON notes (state) WHERE state = 'draft';
CREATE TRIGGER notes_signed_never_change BEFORE UPDATE ON notes WHEN OLD.state = 'signed'
  BEGIN SELECT RAISE(ABORT, 'a signed note never changes'); END;
CREATE TRIGGER notes_never_go BEFORE DELETE ON notes BEGIN SELECT RAISE(ABORT, 'a note is never deleted'); END;
CREATE TABLE note_versions (
  note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE RESTRICT, version INTEGER NOT NULL, body TEXT NOT NULL,
  saved_at TEXT NOT NULL, saved_by TEXT NOT NULL, PRIMARY KEY (note_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER note_versions_never_change BEFORE UPDATE ON note_versions BEGIN SELECT RAISE(ABORT, 'versions never change'); END;
CREATE TABLE addenda (
  id TEXT PRIMARY KEY, note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE RESTRICT, text TEXT NOT NULL,
  written_at TEXT NOT NULL, written_by TEXT NOT NULL REFERENCES users (id)
) STRICT;
CREATE INDEX addenda_by_note ON addenda (note_id, written_at);
CREATE TRIGGER addenda_never_change BEFORE UPDATE ON addenda BEGIN SELECT RAISE(ABORT, 'an addendum never changes'); END;
CREATE VIRTUAL TABLE note_words USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '@'");

CREATE TABLE drafts (
  user_id TEXT NOT NULL, form TEXT NOT NULL, subject_id TEXT NOT NULL, body TEXT NOT NULL, saved_at TEXT NOT NULL,
  PRIMARY KEY (user_id, form, subject_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE risks (
  id TEXT PRIMARY KEY, seq INTEGER NOT NULL, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  rank INTEGER NOT NULL, previous_rank INTEGER, reason TEXT NOT NULL, set_at TEXT NOT NULL,
  set_by TEXT NOT NULL REFERENCES users (id), entered_at TEXT NOT NULL
) STRICT;
CREATE INDEX risks_by_student ON risks (student_id, seq);
CREATE INDEX risks_by_time ON risks (set_at);

CREATE TABLE crises (
  id TEXT PRIMARY KEY, no TEXT NOT NULL UNIQUE, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  state TEXT NOT NULL, opened_at TEXT NOT NULL, opened_by TEXT NOT NULL REFERENCES users (id), closed_at TEXT, outcome TEXT,
  close_note TEXT NOT NULL DEFAULT '', reporter TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '',
  found_how TEXT NOT NULL DEFAULT '', signs TEXT NOT NULL DEFAULT '', rank INTEGER, rank_reason TEXT NOT NULL DEFAULT '',
  guardian_answer TEXT NOT NULL DEFAULT '', reported_to TEXT NOT NULL DEFAULT '', counselor_opinion TEXT NOT NULL DEFAULT '',
  entered_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX crises_one_open ON crises (student_id) WHERE state = 'open';
CREATE INDEX crises_by_student ON crises (student_id);
CREATE INDEX crises_by_time ON crises (opened_at);
CREATE INDEX crises_by_state ON crises (state);
CREATE TABLE crisis_entries (
  id TEXT PRIMARY KEY, seq INTEGER NOT NULL, crisis_id TEXT NOT NULL REFERENCES crises (id) ON DELETE RESTRICT, step TEXT,
  text TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL REFERENCES users (id), entered_at TEXT NOT NULL,
  struck_at TEXT, struck_reason TEXT
) STRICT;
CREATE INDEX crisis_entries_by_crisis ON crisis_entries (crisis_id, seq);
CREATE TRIGGER crisis_entries_never_go BEFORE DELETE ON crisis_entries BEGIN SELECT RAISE(ABORT, 'struck out, never deleted'); END;

CREATE TABLE referrals (
  id TEXT PRIMARY KEY, no TEXT NOT NULL UNIQUE, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  case_id TEXT NOT NULL REFERENCES cases (id), crisis_id TEXT REFERENCES crises (id), state TEXT NOT NULL, kind TEXT NOT NULL,
  urgency TEXT NOT NULL, reason TEXT NOT NULL, done_so_far TEXT NOT NULL, options TEXT NOT NULL, choice TEXT NOT NULL,
  institution_kind TEXT NOT NULL, institution TEXT NOT NULL, department TEXT NOT NULL, client_view TEXT NOT NULL,
  guardian_answer TEXT NOT NULL, guardian_informed_at TEXT, guardian_name TEXT NOT NULL, guardian_words TEXT NOT NULL,
  referred_at TEXT NOT NULL, referred_by TEXT NOT NULL REFERENCES users (id), return_due TEXT, slip TEXT,
  withdrawn_reason TEXT, returned_on TEXT, entered_at TEXT NOT NULL
) STRICT;
CREATE INDEX referrals_by_student ON referrals (student_id);
CREATE INDEX referrals_by_state ON referrals (state, referred_at);
CREATE INDEX referrals_by_time ON referrals (referred_at);
`,
}
