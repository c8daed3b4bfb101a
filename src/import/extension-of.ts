/** Which extension has what a script uses without having made it. */

/** A type, function or operator class, and the extension that makes it. */
const SHIPPED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    citext: 'citext',
    cube: 'cube cube_distance cube_ll_coord cube_ur_coord',
    earthdistance: 'earth ll_to_earth earth_distance earth_box',
    fuzzystrmatch: 'levenshtein soundex difference metaphone dmetaphone daitch_mokotoff',
    hstore: 'hstore hstore_to_json hstore_to_jsonb akeys avals skeys svals',
    intarray: 'gist__int_ops gist__intbig_ops query_int idx sort_asc sort_desc',
    isn: 'isbn isbn13 issn issn13 ean13 upc ismn ismn13',
    ltree: 'ltree lquery ltxtquery nlevel subpath subltree text2ltree ltree2text',
    moddatetime: 'moddatetime',
    pg_trgm: 'gin_trgm_ops gist_trgm_ops similarity word_similarity show_trgm',
    pgcrypto:
      'crypt gen_salt digest hmac gen_random_bytes pgp_sym_encrypt pgp_sym_decrypt encrypt decrypt armor gen_random_uuid',
    seg: 'seg',
    tablefunc: 'crosstab connectby normal_rand',
    unaccent: 'unaccent unaccent_lexize',
    vector:
      'vector halfvec sparsevec l2_distance inner_product cosine_distance l1_distance vector_dims vector_norm l2_normalize vector_l2_ops vector_ip_ops vector_cosine_ops vector_l1_ops halfvec_l2_ops halfvec_ip_ops halfvec_cosine_ops',
    'uuid-ossp':
      'uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4 uuid_generate_v5 uuid_nil uuid_ns_dns uuid_ns_url',
  }).flatMap(([extension, names]) => names.split(' ').map((name): [string, string] => [name, extension])),
);

/** Types of extensions that are not shipped. Their values have a text form, so a column of text can hold them. */
const UNSHIPPED_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    hll: 'hll',
    postgis: 'geometry geography box2d box3d raster topogeometry',
  }).flatMap(([extension, names]) => names.split(' ').map((name): [string, string] => [name, extension])),
);

/** The shipped extension that makes the type, function or operator class `name`. */
export function shippedExtensionOf(name: string): string | undefined {
  return SHIPPED.get(name);
}

export function unshippedExtensionOf(type: string): string | undefined {
  return UNSHIPPED_TYPES.get(type);
}

/** btree_gist and btree_gin are missed by the types that they teach an index, not by a name of their own. */
export function extensionForIndex(message: string): string | undefined {
  const method = /^data type \S.* has no default operator class for access method "(gist|gin)"$/.exec(message)?.[1];
  return method === undefined ? undefined : `btree_${method}`;
}
