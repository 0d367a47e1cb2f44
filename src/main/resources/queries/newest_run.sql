SELECT batch_job_execution.status, run.parameter_value
FROM batch_job_execution
JOIN batch_job_execution_params run
    ON run.job_execution_id = batch_job_execution.job_execution_id AND run.parameter_name = 'run'
WHERE batch_job_execution.job_execution_id = (
    SELECT MAX(job_execution_id)
    FROM batch_job_execution
    WHERE job_instance_id = (SELECT MAX(job_instance_id) FROM batch_job_instance))
