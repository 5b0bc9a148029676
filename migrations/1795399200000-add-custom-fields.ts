import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Custom fields of accounts (S15): their definitions, and one column for the values. Running code may stay up: it does
 * not know the column, and its default is right for every account that is there.
 */
export class AddCustomFields1795399200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SET LOCAL lock_timeout = '5s'`);
    await runner.query(`CREATE TABLE custom_field_definitions (
      code text CONSTRAINT pk_custom_field_definitions PRIMARY KEY,
      label text NOT NULL,
      type text NOT NULL CONSTRAINT ck_custom_field_definitions_type
        CHECK (type IN ('TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'CHOICE')),
      required boolean NOT NULL,
      options text[],
      default_value jsonb,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT ck_custom_field_definitions_options CHECK ((type = 'CHOICE') = (options IS NOT NULL))
    )`);
    await runner.query(`ALTER TABLE accounts ADD custom_fields jsonb NOT NULL DEFAULT '{}'`);
    await runner.query('GRANT SELECT ON custom_field_definitions TO reseller_accounts_portal, reseller_accounts_sync');
    await runner.query(`GRANT INSERT, UPDATE (label, type, required, options, default_value) ON custom_field_definitions
      TO reseller_accounts_portal`);
    await runner.query('GRANT UPDATE (custom_fields) ON accounts TO reseller_accounts_portal');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE accounts DROP custom_fields');
    await runner.query('DROP TABLE custom_field_definitions');
  }
}
