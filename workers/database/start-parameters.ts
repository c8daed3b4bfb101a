/**
 * Postgres' start parameters: PGlite's own (single-user mode, nothing parallel) and the limits that keep one tab alive.
 * They are given on the command line and not in postgresql.conf, so that a restored snapshot cannot lose them.
 */
export const START_PARAMETERS: string[] = [
  '--single',
  // No fsync: the file system is memory.
  '-F',
  // A newline does not end a statement.
  '-j',
  ...Object.entries({
    search_path: 'public',
    exit_on_error: 'false',
    log_checkpoints: 'false',
    max_worker_processes: '0',
    max_parallel_workers: '0',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    io_method: 'sync',
    // 128 MB by default, taken from the tab's memory at once.
    shared_buffers: '16MB',
    // The log lies in every snapshot. A checkpoint goes before each, so that hardly any of it is needed: no spare
    // segments, no whole pages against torn writes, nothing for replicas.
    wal_recycle: 'off',
    wal_init_zero: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '8MB',
    min_wal_size: '2MB',
    // The browser's own call stack (about 1 MB) ends long before the 2 MB that Postgres would allow. Overrunning it
    // kills the engine; this turns it into an error (54001). Measured: 200kB already overruns in V8.
    max_stack_depth: '100kB',
    // Temporary files lie in memory: a query that sorts or materialises more than this gets an error (53400).
    temp_file_limit: '256MB',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];
