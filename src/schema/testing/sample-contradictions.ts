/**
 * By sample: queries that find rows which contradict each other, where no constraint can forbid it. None may find any.
 */
export const SAMPLE_CONTRADICTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  shop: {
    'payments that differ from the order, shipping included': `
      SELECT orders.id FROM orders JOIN payments ON payments.order_id = orders.id
      GROUP BY orders.id, orders.shipping_fee
      HAVING SUM(payments.amount) <> orders.shipping_fee +
        (SELECT SUM(quantity * unit_price) FROM order_items WHERE order_id = orders.id)`,
    'orders from before the customer signed up': `
      SELECT orders.id FROM orders JOIN customers ON customers.id = customer_id WHERE ordered_at < signed_up_on`,
    'reviews of products that the customer never ordered': `
      SELECT id FROM reviews WHERE product_id NOT IN
        (SELECT product_id FROM order_items JOIN orders ON orders.id = order_id WHERE customer_id = reviews.customer_id)`,
  },
  hr: {
    'salaries that differ from the latest of the history': `
      SELECT id FROM employees WHERE salary <>
        (SELECT salary FROM salary_history WHERE employee_id = employees.id ORDER BY valid_from DESC LIMIT 1)`,
    'people who left before they came': 'SELECT id FROM employees WHERE left_on < hired_on',
  },
  crm: {
    'deals that differ from their lines': `
      SELECT deal_id FROM deals WHERE amount <>
        (SELECT SUM(ROUND(quantity * unit_price * (100 - discount_percent) / 100, 2)) FROM deal_lines
         WHERE deal_lines.deal_id = deals.deal_id)`,
    'contacts of another account': `
      SELECT deal_id FROM deals JOIN contacts USING (contact_id) WHERE contacts.account_id <> deals.account_id`,
    'activities before the deal was opened or after it was closed': `
      SELECT activity_id FROM activities JOIN deals USING (deal_id)
      WHERE happened_at < opened_on OR happened_at >= closed_on + 1`,
    'deals of people who did not work here then': `
      SELECT deal_id FROM deals JOIN sales_reps ON rep_id = deals.owner_id WHERE opened_on < hired_on OR opened_on > left_on`,
  },
  web: {
    'visitors whose first session was at another time': `
      SELECT visitor_id FROM visitor WHERE first_seen_at <>
        (SELECT MIN(started_at) FROM session WHERE session.visitor_id = visitor.visitor_id)`,
    'views and events outside their session': `
      SELECT session_id FROM session JOIN (
        SELECT session_id, viewed_at AS moment FROM page_view UNION ALL SELECT session_id, happened_at FROM event
      ) AS moments USING (session_id) WHERE moment NOT BETWEEN started_at AND ended_at`,
    'events on pages that the session did not see': `
      SELECT event_id FROM event WHERE page_id NOT IN
        (SELECT page_id FROM page_view WHERE page_view.session_id = event.session_id)`,
    'views of pages that were not published yet': `
      SELECT page_view_id FROM page_view JOIN page USING (page_id) WHERE viewed_at < published_on`,
  },
  library: {
    'copies lent to two members at once': `
      SELECT a.id FROM loans a JOIN loans b ON b.barcode = a.barcode AND b.id > a.id
      WHERE b.borrowed_on < a.returned_on OR a.returned_on IS NULL`,
    'loans from before the copy was bought or the member joined': `
      SELECT id FROM loans JOIN copies USING (barcode) JOIN members USING (card_number)
      WHERE borrowed_on < acquired_on OR borrowed_on < joined_on`,
    'fines for being late on loans that were not': `
      SELECT fines.id FROM fines JOIN loans ON loans.id = loan_id WHERE reason = 'late' AND returned_on <= due_on`,
  },
  bank: {
    'balances that differ from what moved': `
      SELECT id FROM accounts WHERE balance <>
        opening_balance + (SELECT COALESCE(SUM(amount), 0) FROM transactions WHERE account_id = accounts.id)`,
    'overdrafts beyond the limit': `
      SELECT id FROM (
        SELECT accounts.id, overdraft_limit,
          opening_balance + SUM(amount) OVER (PARTITION BY account_id ORDER BY booked_on, transactions.id) AS balance
        FROM transactions JOIN accounts ON accounts.id = account_id
      ) AS running WHERE balance < -overdraft_limit`,
    'cards used on another account or before they were issued': `
      SELECT transactions.id FROM transactions JOIN cards ON cards.id = card_id
      WHERE cards.account_id <> transactions.account_id OR booked_on < issued_on`,
    'loans that are repaid but have something unpaid, or the other way round': `
      SELECT id FROM loans WHERE (status = 'repaid') <> (principal =
        (SELECT COALESCE(SUM(amount - interest), 0) FROM loan_payments WHERE loan_id = loans.id AND paid_on IS NOT NULL))`,
  },
  sensors: {
    'alerts that break no rule': `
      SELECT alert_id FROM alerts JOIN alert_rules USING (rule_id) JOIN devices USING (device_id)
      WHERE devices.metric <> alert_rules.metric
        OR CASE comparison WHEN 'above' THEN value <= threshold ELSE value >= threshold END`,
    'readings after the device was last seen': `
      SELECT device_id FROM readings JOIN devices USING (device_id) WHERE measured_at > last_seen_at OR last_seen_at IS NULL`,
    'work on devices that were not there': `
      SELECT visit_id FROM maintenance_visits JOIN devices USING (device_id)
      WHERE visited_on < installed_on OR visited_on > retired_on`,
    'batteries of devices that have none': `
      SELECT device_id FROM devices JOIN device_models USING (model) WHERE (power = 'mains') <> (battery_percent IS NULL)`,
  },
  flights: {
    'bookings that differ from their tickets': `
      SELECT reference FROM booking WHERE total <> (SELECT SUM(fare) FROM ticket WHERE booking_reference = reference)`,
    'tickets bought after departure': `
      SELECT ticket_id FROM ticket JOIN booking ON reference = booking_reference JOIN flight USING (flight_id)
      WHERE booked_at > scheduled_departure`,
    'seats given twice, or more than there are': `
      SELECT flight_id FROM ticket JOIN flight USING (flight_id) JOIN aircraft ON registration = aircraft_registration
      GROUP BY flight_id, seats HAVING COUNT(seat) > COUNT(DISTINCT seat) OR COUNT(seat) > seats`,
    'planes on runways too short for them': `
      SELECT flight_id FROM flight JOIN route USING (route_id) JOIN aircraft ON registration = aircraft_registration
      JOIN airport ON code IN (origin_code, destination_code) WHERE needs_runway_metres > runway_metres`,
    'pilots in two places at once': `
      SELECT pilot_id FROM flight_pilot JOIN flight USING (flight_id)
      JOIN (SELECT pilot_id, flight.* FROM flight_pilot JOIN flight USING (flight_id)) AS other USING (pilot_id)
      WHERE other.flight_id > flight.flight_id AND other.scheduled_departure < flight.scheduled_arrival
        AND other.scheduled_arrival > flight.scheduled_departure`,
  },
};
