import type { Migration } from './migration.ts'

/** Psychological tests: the library, what was given, who must be seen in person, screening rounds. */
export const tests: Migration = {
  version: 2,
  name: 'tests',
  sql: `
CREATE TABLE instrument_editions (
  id TEXT PRIMARY KEY, instrument_id TEXT NOT NULL, edition INTEGER NOT NULL, version TEXT NOT NULL, origin TEXT NOT NULL,
  title TEXT NOT NULL, short TEXT NOT NULL, item_count INTEGER NOT NULL, body TEXT NOT NULL, added_at TEXT NOT NULL, added_by TEXT REFERENCES users (id)
) STRICT;
CREATE UNIQUE INDEX instrument_editions_by_instrument ON instrument_editions (instrument_id, edition);
CREATE TRIGGER instrument_editions_never_change BEFORE UPDATE ON instrument_editions
  BEGIN SELECT RAISE(ABORT, 'an edition never changes'); END;
CREATE TABLE retired_instruments (instrument_id TEXT PRIMARY KEY, retired_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE competences (
  id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id), instrument_id TEXT NOT NULL, basis TEXT NOT NULL,
  recorded_on TEXT NOT NULL, recorded_by TEXT NOT NULL REFERENCES users (id), entered_at TEXT NOT NULL, withdrawn_at TEXT
) STRICT;
CREATE UNIQUE INDEX competences_in_force ON competences (instrument_id, user_id) WHERE withdrawn_at IS NULL;

CREATE TABLE screening_rounds (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, edition_id TEXT NOT NULL REFERENCES instrument_editions (id),
  starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, scope TEXT NOT NULL, flag_rule TEXT NOT NULL, consent_basis TEXT NOT NULL,
  state TEXT NOT NULL, columns TEXT, created_at TEXT NOT NULL, created_by TEXT NOT NULL REFERENCES users (id)
) STRICT;
CREATE INDEX screening_rounds_by_start ON screening_rounds (starts_on);

CREATE TABLE assessments (
  id TEXT PRIMARY KEY, no TEXT NOT NULL UNIQUE, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  edition_id TEXT NOT NULL REFERENCES instrument_editions (id), instrument_id TEXT NOT NULL,
  round_id TEXT REFERENCES screening_rounds (id), mode TEXT NOT NULL, state TEXT NOT NULL, purpose TEXT NOT NULL,
  urgent INTEGER NOT NULL, explained_at TEXT, explained_by TEXT REFERENCES users (id),
  begun_at TEXT NOT NULL, answers TEXT NOT NULL, details TEXT NOT NULL, saved_at TEXT NOT NULL, taken_on TEXT,
  finished_at TEXT, age INTEGER, result TEXT, score REAL, band TEXT, severity INTEGER, critical INTEGER NOT NULL DEFAULT 0,
  valid INTEGER, void INTEGER NOT NULL DEFAULT 0, fed_back_on TEXT, fed_back_to TEXT,
  given_by TEXT NOT NULL REFERENCES users (id), entered_at TEXT NOT NULL, kiosk_token TEXT, withdrawn_reason TEXT
) STRICT;
CREATE INDEX assessments_by_student ON assessments (student_id, instrument_id, taken_on);
CREATE INDEX assessments_by_state ON assessments (state, begun_at) WHERE round_id IS NULL;
CREATE INDEX assessments_by_instrument ON assessments (instrument_id, taken_on);
CREATE INDEX assessments_by_taken ON assessments (taken_on) WHERE round_id IS NULL;
CREATE INDEX assessments_by_begun ON assessments (begun_at) WHERE round_id IS NULL;
CREATE INDEX assessments_by_kind ON assessments (instrument_id, begun_at, state) WHERE round_id IS NULL;
CREATE INDEX assessments_by_round ON assessments (round_id, student_id, id, score, severity, void) WHERE round_id IS NOT NULL;
CREATE TRIGGER assessments_scored_stay BEFORE UPDATE OF student_id, edition_id, answers, details, taken_on, result, score, band, severity,
  critical, valid, void ON assessments
  WHEN OLD.state IN ('scored', 'interpreted') AND OLD.round_id IS NULL
  BEGIN SELECT RAISE(ABORT, 'a scored sheet never changes'); END;
CREATE TRIGGER assessments_never_go BEFORE DELETE ON assessments BEGIN SELECT RAISE(ABORT, 'a sheet is never deleted'); END;
CREATE TABLE interpretations (
  id TEXT PRIMARY KEY, seq INTEGER NOT NULL, assessment_id TEXT NOT NULL REFERENCES assessments (id) ON DELETE RESTRICT,
  text TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL REFERENCES users (id)
) STRICT;
CREATE INDEX interpretations_by_assessment ON interpretations (assessment_id, seq);
CREATE TRIGGER interpretations_never_change BEFORE UPDATE ON interpretations
  BEGIN SELECT RAISE(ABORT, 'an interpretation never changes'); END;
CREATE TABLE in_person_tasks (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  assessment_id TEXT NOT NULL REFERENCES assessments (id) ON DELETE RESTRICT, urgency TEXT NOT NULL, critical TEXT NOT NULL,
  blanks TEXT NOT NULL, raised_at TEXT NOT NULL, acknowledged_at TEXT, acknowledged_by TEXT REFERENCES users (id),
  seen_on TEXT, outcome TEXT, note TEXT NOT NULL DEFAULT '', closed_at TEXT, closed_by TEXT REFERENCES users (id)
) STRICT;
CREATE INDEX in_person_tasks_open ON in_person_tasks (raised_at) WHERE closed_at IS NULL;
CREATE INDEX in_person_tasks_by_assessment ON in_person_tasks (assessment_id);
CREATE TRIGGER in_person_tasks_never_go BEFORE DELETE ON in_person_tasks
  BEGIN SELECT RAISE(ABORT, 'a task is closed, never deleted'); END;

CREATE TABLE screening_entries (
  round_id TEXT NOT NULL REFERENCES screening_rounds (id) ON DELETE RESTRICT,
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, grade TEXT, class_name TEXT, state TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '', assessment_id TEXT REFERENCES assessments (id), level TEXT, urgency TEXT,
  flagged INTEGER NOT NULL DEFAULT 0, flagged_on TEXT, by_hand INTEGER NOT NULL DEFAULT 0, visit_id TEXT REFERENCES visits (id),
  seen_on TEXT, outcome TEXT, note TEXT NOT NULL DEFAULT '', source_row TEXT, PRIMARY KEY (round_id, student_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX screening_entries_by_student ON screening_entries (student_id);
CREATE INDEX screening_entries_counted ON screening_entries
  (round_id, state, flagged, urgency, seen_on, outcome, flagged_on);
CREATE INDEX screening_entries_waiting ON screening_entries (round_id, flagged_on) WHERE flagged = 1 AND seen_on IS NULL;
CREATE TABLE screening_imports (
  id TEXT PRIMARY KEY, round_id TEXT NOT NULL REFERENCES screening_rounds (id) ON DELETE RESTRICT, file_name TEXT NOT NULL,
  started_at TEXT NOT NULL, by TEXT NOT NULL REFERENCES users (id), rows TEXT NOT NULL, row_count INTEGER NOT NULL,
  done INTEGER NOT NULL, finished INTEGER NOT NULL
) STRICT;
`,
}
