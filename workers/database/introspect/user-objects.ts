/** Conditions, as SQL, that tell what a person made from what came with Postgres. */

/**
 * Postgres' FirstNormalObjectId (src/include/access/transam.h): everything that initdb makes lies below. It spares
 * reading catalogues whole, of which a visitor's objects are a small part: 3,400 functions come with Postgres.
 */
const FIRST_USER_OID = 16_384;

/**
 * Temporary objects lie in `pg_temp…` and are left out too; so is what someone puts into `pg_catalog`.
 *
 * @param oid SQL of the object's identifier, such as `c.oid`; its `pg_namespace` is called `n`
 */
export function ofUser(oid: string): string {
  return `${oid} >= ${FIRST_USER_OID} AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;
}

/** @param oid SQL of the object's identifier in `catalogue` */
export function ofExtension(catalogue: 'pg_class' | 'pg_proc' | 'pg_type', oid: string): string {
  return `EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${oid} AND d.deptype = 'e'
  )`;
}
