-- Whom the guest chose, of a note that is looked at before it is delivered (why, its flags say): until now the queue had to
-- guess them again.
ALTER TABLE note ADD COLUMN chosen_person_id BLOB REFERENCES person (id);
CREATE INDEX note_by_chosen_person_id ON note (chosen_person_id);
