-- What is answered is on disk, whatever the server's setting; a stricter one stays.
SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'
