DELETE FROM estimate
WHERE EXISTS (
    SELECT 1 FROM release erased
    WHERE erased.name = ? AND erased.output = ? AND erased.release_key >= estimate.release_first
      AND (estimate.release_last IS NULL OR erased.release_key <= estimate.release_last))
  AND NOT EXISTS (
    SELECT 1 FROM release standing
    WHERE standing.withdrawn IS NULL AND standing.release_key >= estimate.release_first
      AND (estimate.release_last IS NULL OR standing.release_key <= estimate.release_last))
