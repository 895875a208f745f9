-- The same words, split by the same tokenizer as p_entry_words (projections.sql), and both indexes laid open: word, line, place.
CREATE VIRTUAL TABLE temp.words_afresh USING fts5 (search_words, content = '', tokenize = 'unicode61 remove_diacritics 0');
INSERT INTO temp.words_afresh (rowid, search_words) SELECT id, search_words FROM main.p_entry;
CREATE VIRTUAL TABLE temp.words_afresh_places USING fts5vocab (temp, words_afresh, instance);
CREATE VIRTUAL TABLE temp.words_held USING fts5vocab (main, p_entry_words, instance);
