-- What can be looked for by its words: what it is, who may find it, and its terms (src/db/search.rs). Nothing sealed is
-- ever in here, and what may no longer be found leaves without a trace.

CREATE TABLE search_item (
    number BIGINT PRIMARY KEY,
    id BYTEA NOT NULL UNIQUE CHECK (length(id) = 16),
    audience TEXT NOT NULL,
    terms TEXT NOT NULL
);
-- Lexemes as they are, so that no parser and no dictionary of the cluster has a say. Without the list of pending entries,
-- which every search would have to read through.
CREATE INDEX search_item_by_terms ON search_item
    USING GIN (array_to_tsvector(string_to_array(audience || ' ' || terms, ' '))) WITH (fastupdate = off);

-- Every term, also spelt backwards to find ends of words, and how many items have it. The empty word stands for all items.
CREATE TABLE search_word (
    word TEXT COLLATE "C" PRIMARY KEY,
    backwards TEXT COLLATE "C" NOT NULL,
    items BIGINT NOT NULL
);
CREATE INDEX search_word_by_backwards ON search_word (backwards);
