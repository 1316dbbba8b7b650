-- INSERT INTO guard (ok) SELECT <condition> aborts the whole batch when the condition is not 1.
-- A view: it stores no row and costs no row written.
CREATE VIEW guard AS SELECT 1 AS ok WHERE 0;
CREATE TRIGGER guard_check INSTEAD OF INSERT ON guard WHEN NEW.ok IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'guard failed');
END;
