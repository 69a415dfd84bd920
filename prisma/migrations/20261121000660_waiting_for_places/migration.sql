-- Waiting lists of group events: a place of a session that frees is held for the first who waits for it.

-- Ends the wait of whom a hold was offered to that becomes a booking, see convert_hold. False: the offer is over. True also where
-- the hold was offered to nobody.
CREATE OR REPLACE FUNCTION book_waiting_entry(p_hold jsonb, p_booking_id text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := p_hold->>'at';
BEGIN
  IF NOT p_hold ? 'entry' THEN
    RETURN true;
  END IF;
  UPDATE waiting_list_entry SET status = 'booked', booking_id = p_booking_id, ended_at = v_at, updated_at = v_at
  WHERE id = p_hold->'entry'->>'id' AND status = 'offered';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM record_command(p_hold->'entry'->'event', p_hold->'entry'->'audit');
  RETURN true;
END
$$;

-- Makes a hold the time of a booking, with what that leaves behind. p_hold: { id, at, event, audit }. Of its claims those
-- that were picked become the booking's in place, the others go. False: it was converted already, or released. With `entry`: { id, event,
-- audit } it was offered to somebody who waited, who has got it by that; false then, too, where the offer is over.
CREATE OR REPLACE FUNCTION convert_hold(p_hold jsonb, p_owner jsonb, p_picked jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_id text COLLATE "C" := p_hold->>'id';
BEGIN
  UPDATE hold SET outcome = 'converted', ended_at = (p_hold->>'at')::timestamptz, booking_id = p_owner->>'booking_id'
  WHERE id = v_id AND outcome IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF NOT book_waiting_entry(p_hold, p_owner->>'booking_id') THEN
    RETURN false;
  END IF;

  UPDATE claim SET hold_id = NULL, expires_at = NULL, booking_id = p_owner->>'booking_id'
  FROM jsonb_to_recordset(p_picked) AS picked (subject_id uuid, "from" timestamptz, "to" timestamptz)
  WHERE claim.hold_id = v_id AND claim.subject_id = picked.subject_id
    AND claim.during = tstzrange(picked."from", picked."to");
  DELETE FROM claim WHERE hold_id = v_id;
  PERFORM record_command(p_hold->'event', p_hold->'audit');
  RETURN true;
END
$$;

-- Makes the places of a hold those of a booking, in place: p_hold: { id, at, event, audit }, p_places as many as the
-- booking wants. NULL: the hold was converted already, what it has not yet is not to be had, or it was offered to
-- somebody who waited and the offer is over (see convert_hold).
CREATE OR REPLACE FUNCTION convert_places(p_hold jsonb, p_places int, p_booking_id text) RETURNS group_session LANGUAGE plpgsql AS $$
DECLARE
  v_hold hold;
  v_session group_session;
BEGIN
  SELECT * INTO v_hold FROM hold WHERE id = p_hold->>'id' FOR UPDATE;
  UPDATE group_session SET taken = taken - v_hold.places + p_places
  WHERE id = v_hold.group_session_id AND v_hold.keeps_places AND taken - v_hold.places + p_places <= capacity
  RETURNING * INTO v_session;
  IF NOT FOUND OR NOT keep_session_time(v_session, NULL, (p_hold->>'at')::timestamptz) THEN
    RETURN NULL;
  END IF;
  UPDATE hold SET outcome = 'converted', keeps_places = false, ended_at = (p_hold->>'at')::timestamptz,
    booking_id = p_booking_id
  WHERE id = v_hold.id;
  IF NOT book_waiting_entry(p_hold, p_booking_id) THEN
    RETURN NULL;
  END IF;
  PERFORM record_command(p_hold->'event', p_hold->'audit');
  RETURN v_session;
END
$$;

DROP FUNCTION offer_waiting_time(jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb);

-- Offers a time to somebody who waits: holds it for him, and says so with event, audit line and mail. p_entry: what changes of
-- the entry; p_session: of a group event, see create_seated_hold. Outcomes: those of create_hold, and gone (he does not wait
-- any more, or was offered another time meanwhile).
-- The entry comes first: of two who offer at the same time one waits for the other, and then finds him served.
CREATE OR REPLACE FUNCTION offer_waiting_time(
  p_entry jsonb, p_event jsonb, p_audit jsonb, p_terms jsonb, p_session jsonb, p_wanted jsonb, p_hold jsonb,
  p_hold_event jsonb, p_hold_audit jsonb
) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  v_outcome jsonb;
BEGIN
  PERFORM FROM waiting_list_entry WHERE id = p_entry->>'id' AND status = 'waiting' FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN jsonb_build_object('outcome', 'gone');
  END IF;

  v_outcome := CASE
    WHEN p_session IS NULL THEN create_hold(NULL, p_terms, p_wanted, NULL, p_hold, '[]', p_hold_event, p_hold_audit)
    ELSE create_seated_hold(NULL, p_terms, p_session, p_wanted, NULL, p_hold, '[]', p_hold_event, p_hold_audit)
  END;
  IF v_outcome->>'outcome' <> 'done' THEN
    RETURN v_outcome;
  END IF;
  UPDATE waiting_list_entry SET
    status = 'offered', hold_id = p_hold->>'id', updated_at = (p_entry->>'updated_at')::timestamptz,
    offered_starts_at = (p_entry->>'offered_starts_at')::timestamptz, offer_expires_at = (p_entry->>'offer_expires_at')::timestamptz
  WHERE id = p_entry->>'id';
  PERFORM record_command(p_event, p_audit);
  RETURN v_outcome;
END
$$;

-- Ends the wait of somebody who did not take what was offered, or for whom it is too late. p_entry: { id, status, at }. False: he has
-- taken it meanwhile, was offered something, or it was ended already.
CREATE OR REPLACE FUNCTION expire_waiting_list_entry(p_entry jsonb, p_event jsonb, p_audit jsonb)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  v_at timestamptz := p_entry->>'at';
BEGIN
  UPDATE waiting_list_entry SET status = 'expired', ended_at = v_at, updated_at = v_at
  WHERE id = p_entry->>'id' AND status = p_entry->>'status' AND (status = 'waiting' OR status = 'offered' AND NOT EXISTS (
    SELECT FROM hold WHERE hold.id = hold_id AND hold.outcome IS NULL AND hold.expires_at > v_at
  ));
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM record_command(p_event, p_audit);
  RETURN true;
END
$$;
