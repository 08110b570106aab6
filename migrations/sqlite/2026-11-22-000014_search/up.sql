-- What can be looked for by its words: what it is, who may find it, and its terms (src/db/search.rs). Nothing sealed is
-- ever in here, and what may no longer be found leaves without a trace.

CREATE TABLE search_item (
    number INTEGER PRIMARY KEY NOT NULL,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    audience TEXT NOT NULL,
    terms TEXT NOT NULL
) STRICT;

-- Every term, also spelt backwards to find ends of words, and how many items have it. The empty word stands for all items.
CREATE TABLE search_word (
    word TEXT PRIMARY KEY NOT NULL,
    backwards TEXT NOT NULL,
    items INTEGER NOT NULL
) STRICT;
CREATE INDEX search_word_by_backwards ON search_word (backwards);

-- Keeps no text of its own and no places of words, because only "which items have these words" is asked of it. With
-- secure-delete a word that is removed is gone from the file, not only hidden. The plainest tokenizer, because terms come
-- folded and cut: it takes every letter that is not ASCII as it is.
CREATE VIRTUAL TABLE search_index USING fts5(
    tokens, content='', columnsize=0, detail=none, tokenize='ascii'
);
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);
