import type { Migration } from './migration.ts'

/** Trust: signed log, accounts and what they may see, private notes, backups, checks. */
export const trust: Migration = {
  version: 3,
  name: 'trust',
  sql: `
CREATE TABLE vault_state (
  id INTEGER PRIMARY KEY CHECK (id = 1), commits INTEGER NOT NULL, keyslots_counter INTEGER NOT NULL, last_clock TEXT
) STRICT;
INSERT INTO vault_state (id, commits, keyslots_counter) VALUES (1, 0, 0);

ALTER TABLE audit ADD COLUMN signature TEXT;
CREATE INDEX audit_by_student ON audit (student_id, seq) WHERE student_id IS NOT NULL;
CREATE INDEX audit_by_at ON audit (at, seq);
CREATE INDEX audit_by_user ON audit (user_id, seq) WHERE user_id IS NOT NULL;
CREATE TABLE signing_keys (
  user_id TEXT NOT NULL REFERENCES users (id), from_seq INTEGER NOT NULL, public_key TEXT NOT NULL,
  PRIMARY KEY (user_id, from_seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER signing_keys_never_change BEFORE UPDATE ON signing_keys BEGIN SELECT RAISE(ABORT, 'a signing key never changes'); END;
CREATE TRIGGER signing_keys_never_go BEFORE DELETE ON signing_keys BEGIN SELECT RAISE(ABORT, 'a signing key never changes'); END;
CREATE TABLE audit_witnesses (
  week TEXT PRIMARY KEY, seq INTEGER NOT NULL, head TEXT NOT NULL, at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reading_reasons (
  id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id), student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL, at TEXT NOT NULL, until TEXT NOT NULL
) STRICT;
CREATE INDEX reading_reasons_in_force ON reading_reasons (user_id, student_id, until);
CREATE TABLE case_handovers (
  id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
  student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT, from_id TEXT NOT NULL REFERENCES users (id),
  to_id TEXT NOT NULL REFERENCES users (id), note TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL REFERENCES users (id)
) STRICT;
CREATE INDEX case_handovers_by_case ON case_handovers (case_id, from_id);
CREATE INDEX case_handovers_by_student ON case_handovers (student_id, from_id);
CREATE TRIGGER case_handovers_never_change BEFORE UPDATE ON case_handovers BEGIN SELECT RAISE(ABORT, 'a handover never changes'); END;
CREATE INDEX cases_by_counselor ON cases (counselor_id, state);

CREATE TABLE private_notes (
  id TEXT PRIMARY KEY, student_id TEXT NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
  visit_id TEXT REFERENCES visits (id) ON DELETE RESTRICT, author_id TEXT NOT NULL REFERENCES users (id),
  public_key TEXT NOT NULL, version INTEGER NOT NULL, sealed BLOB NOT NULL, created_at TEXT NOT NULL, saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX private_notes_by_author ON private_notes (author_id, student_id, created_at);

CREATE TABLE backup_places (
  id TEXT PRIMARY KEY, label TEXT NOT NULL, folder TEXT NOT NULL, added_at TEXT NOT NULL, removed_at TEXT
) STRICT;
CREATE TABLE backup_sets (
  id TEXT PRIMARY KEY, place_id TEXT NOT NULL REFERENCES backup_places (id), name TEXT NOT NULL, made_at TEXT NOT NULL,
  verified_at TEXT, bytes INTEGER NOT NULL, commits INTEGER NOT NULL, trouble TEXT
) STRICT;
CREATE INDEX backup_sets_by_place ON backup_sets (place_id, made_at);
CREATE TABLE vault_checks (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, at TEXT NOT NULL, ok INTEGER NOT NULL, details TEXT NOT NULL
) STRICT;
CREATE INDEX vault_checks_by_kind ON vault_checks (kind, at);
`,
}
