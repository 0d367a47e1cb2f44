SELECT status
FROM batch_job_execution
WHERE job_execution_id = (SELECT MAX(job_execution_id) FROM batch_job_execution)
