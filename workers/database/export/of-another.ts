/**
 * Condition, as SQL, that an object is an extension's, or the inside of another object.
 *
 * @param oid SQL of the object's identifier in `catalogue`
 */
export function ofAnother(catalogue: string, oid: string): string {
  return `EXISTS (
    SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${oid} AND d.deptype IN ('e', 'i')
  )`;
}
