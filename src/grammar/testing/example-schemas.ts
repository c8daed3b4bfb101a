import { foreignKey, makeSchema } from './make-schema.ts';

/** A shop: two keys to one table, a key to its own table, a composite key, quoted names and a second namespace. */
export const SHOP = makeSchema([
  {
    name: 'customers',
    columns: { id: 'integer', name: 'text', email: 'text', city: 'text', country: 'text', signed_up_on: 'date' },
  },
  {
    name: 'addresses',
    columns: { id: 'integer', customer_id: 'integer', street: 'text', city: 'text', postal_code: 'text' },
    foreignKeys: [foreignKey('customer_id', 'customers', 'id')],
  },
  {
    name: 'categories',
    columns: { id: 'integer', name: 'text', parent_id: 'integer' },
    foreignKeys: [foreignKey('parent_id', 'categories', 'id')],
  },
  {
    name: 'products',
    columns: {
      id: 'integer',
      category_id: 'integer',
      name: 'text',
      price: 'number',
      stock: 'integer',
      active: 'boolean',
    },
    foreignKeys: [foreignKey('category_id', 'categories', 'id')],
  },
  {
    name: 'orders',
    columns: {
      id: 'integer',
      customer_id: 'integer',
      billing_address_id: 'integer',
      shipping_address_id: 'integer',
      status: 'other',
      total: 'number',
      ordered_at: 'timestamp',
      shipped_at: 'timestamp',
      details: 'json',
    },
    foreignKeys: [
      foreignKey('customer_id', 'customers', 'id'),
      foreignKey('billing_address_id', 'addresses', 'id'),
      foreignKey('shipping_address_id', 'addresses', 'id'),
    ],
  },
  {
    name: 'order_items',
    columns: { order_id: 'integer', product_id: 'integer', quantity: 'integer', unit_price: 'number' },
    foreignKeys: [foreignKey('order_id', 'orders', 'id'), foreignKey('product_id', 'products', 'id')],
  },
  {
    name: 'returns',
    columns: { id: 'integer', order_id: 'integer', product_id: 'integer', reason: 'text' },
    foreignKeys: [foreignKey('order_id product_id', 'order_items', 'order_id product_id')],
  },
  {
    name: 'orderNotes',
    columns: { id: 'integer', orderId: 'integer', 'Note Text': 'text', 'said "so"': 'boolean', état: 'text' },
    foreignKeys: [foreignKey('orderId', 'orders', 'id')],
  },
  {
    name: 'orders',
    namespace: 'archive',
    columns: { id: 'integer', customer_id: 'integer', total: 'number', closed_on: 'date' },
    foreignKeys: [foreignKey('customer_id', 'customers', 'id')],
  },
]);

/** Staff: two tables that refer to each other, and keywords as names. */
export const STAFF = makeSchema([
  {
    name: 'departments',
    columns: { id: 'integer', name: 'text', budget: 'number', head_id: 'integer' },
    foreignKeys: [foreignKey('head_id', 'employees', 'id')],
  },
  {
    name: 'employees',
    columns: {
      id: 'integer',
      first_name: 'text',
      last_name: 'text',
      email: 'text',
      salary: 'number',
      hired_on: 'date',
      department_id: 'integer',
      manager_id: 'integer',
      remote: 'boolean',
    },
    foreignKeys: [foreignKey('department_id', 'departments', 'id'), foreignKey('manager_id', 'employees', 'id')],
  },
  {
    name: 'shifts',
    columns: { employee_id: 'integer', day: 'date', starts_at: 'time', ends_at: 'time', hours: 'number' },
    foreignKeys: [foreignKey('employee_id', 'employees', 'id')],
  },
  {
    name: 'user',
    columns: { id: 'integer', select: 'text', order: 'integer', employee_id: 'integer' },
    foreignKeys: [foreignKey('employee_id', 'employees', 'id')],
  },
]);
