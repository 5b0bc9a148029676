/** The whole structure of a database in words: columns, constraints, indexes, functions, triggers and grants. */
export async function structureOf(sql: <Row>(statement: string) => Promise<Row[]>): Promise<string[]> {
  const rows = await sql<{ line: string }>(`
    SELECT line FROM (
      SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default)
        FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT format('%s %s %s', relname, relrowsecurity, relacl) FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      UNION ALL SELECT format('%s.%s %s', attrelid::regclass, attname, attacl) FROM pg_attribute
        WHERE attacl IS NOT NULL AND NOT attisdropped AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
      UNION ALL SELECT pg_get_expr(polqual, polrelid) FROM pg_policy
    ) AS lines(line) WHERE line NOT LIKE 'schema_migrations%' AND line NOT LIKE '%ON public.schema_migrations%'
    ORDER BY line COLLATE "C"`);
  return rows.map((row) => row.line);
}
