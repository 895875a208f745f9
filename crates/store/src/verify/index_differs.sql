SELECT EXISTS (
    SELECT term, doc, offset FROM temp.words_held EXCEPT SELECT term, doc, offset FROM temp.words_afresh_places
) OR EXISTS (
    SELECT term, doc, offset FROM temp.words_afresh_places EXCEPT SELECT term, doc, offset FROM temp.words_held
)
