SELECT job_instance_id
FROM batch_job_instance
WHERE job_instance_id < (SELECT MAX(job_instance_id) FROM batch_job_instance)
  AND NOT EXISTS (
      SELECT 1
      FROM batch_job_execution
      WHERE batch_job_execution.job_instance_id = batch_job_instance.job_instance_id
        AND batch_job_execution.create_time >= ?)
