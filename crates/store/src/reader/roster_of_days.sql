SELECT view
FROM p_roster
WHERE last_day >= :from AND first_day <= :to
ORDER BY version DESC, id
