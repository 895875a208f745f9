SELECT a.view
FROM p_appeal a
LEFT JOIN p_parcel p ON p.sha256 = a.parcel
WHERE a.node = :node AND coalesce(p.delivered, 0) = 0
ORDER BY a.tick
