-- The tables and functions of shared budgets and tokens. May be run again, also for a new version; then nobody may use the budgets meanwhile.
-- Who uses them needs no more than
--     GRANT USAGE ON SCHEMA {schema} TO the_role;
--     GRANT SELECT ON {schema}.version TO the_role;
--     GRANT SELECT, INSERT, UPDATE ON {schema}.budget TO the_role;
--     GRANT SELECT, INSERT, UPDATE ON {schema}.token TO the_role;
-- and the right to execute the functions, which everybody has by default. Who shares no token needs none on that table.
BEGIN;
SELECT pg_advisory_xact_lock(hashtext('siesmart shared budgets {schema}'));
CREATE SCHEMA IF NOT EXISTS {schema};
CREATE TABLE IF NOT EXISTS {schema}.version (version bigint NOT NULL);

DO $migration$
DECLARE
    stored CONSTANT bigint := coalesce((SELECT max(version) FROM {schema}.version), 0);
BEGIN
    IF stored > 2 THEN
        RAISE EXCEPTION 'The schema {schema} has version %, and this script is of version 2. Run that of the newest package.', stored;
    END IF;

    IF stored < 1 THEN
        CREATE TYPE {schema}.state AS (
            -- What was agreed, and what else is known. Times are in microseconds.
            permits bigint, "window" bigint, last bigint, cold_until bigint, paused_until bigint, lowered bigint, rises_from bigint,
            spaced_until bigint, interactive_until bigint, bulk_until bigint, turns bigint,
            -- When permits that were answered come free, in that order; and who holds the others, until when.
            answered bigint[], lease_ids bigint[], lease_ends bigint[],
            process_ids bigint[], process_seen bigint[],
            -- The answer to the last question.
            reply integer, wait bigint, taken bigint, current_permits bigint, processes bigint);

        -- One row a budget, so that its lock is that of the budget. Not logged: after a crash the table is empty, and nobody takes an old state
        -- for the newest. Room in the page keeps updates in place.
        CREATE UNLOGGED TABLE {schema}.budget (name text PRIMARY KEY, state {schema}.state NOT NULL) WITH (fillfactor = 10);
        ALTER TABLE {schema}.budget ALTER COLUMN state SET STORAGE MAIN;
        INSERT INTO {schema}.version VALUES (1);
    END IF;

    IF stored < 2 THEN
        -- Ciphertext, and it too stays out of the log, and so out of backups and standbys.
        CREATE UNLOGGED TABLE {schema}.token (
            key text PRIMARY KEY, version bigint NOT NULL DEFAULT 0, content bytea, lifetime bigint NOT NULL DEFAULT 0,
            fetched_at bigint NOT NULL DEFAULT 0, holder text NOT NULL DEFAULT '', leased_until bigint NOT NULL DEFAULT 0);
        UPDATE {schema}.version SET version = 2;
    END IF;
END
$migration$;

-- The rules are those of BudgetRules.cs in SieSmart.Pipeline; tests/SharedBudgets.Tests holds both to them.
-- Called within an UPDATE, on the newest state, while the row is locked.
CREATE OR REPLACE FUNCTION {schema}.next(
    s {schema}.state, operation text, permits bigint, "window" bigint, longest bigint, lease bigint, argument bigint, process bigint)
RETURNS {schema}.state LANGUAGE plpgsql VOLATILE AS $function$
DECLARE
    not_yet CONSTANT integer := 0;
    granted CONSTANT integer := 1;
    other_limit CONSTANT integer := 2;
    tenth CONSTANT bigint := 10;
    between_bulk CONSTANT bigint := 9;
    bulk_grace CONSTANT bigint := greatest("window" / tenth, 1);
    interactive_grace CONSTANT bigint := greatest(least("window" / (2 * tenth), 100000), 1);
    is_bulk CONSTANT boolean := argument = 1;
    now_us bigint := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
    answered bigint[];
    ids bigint[];
    ends bigint[];
    seen bigint[];
    answered_count bigint;
    current bigint;
    is_due boolean;
    before bigint;
    start bigint;
    rest bigint;
    first_kept integer;
BEGIN
    -- What a crash takes with it is not worth waiting for the disk: the table is empty then.
    PERFORM set_config('synchronous_commit', 'off', true);

    IF s IS NULL THEN
        s.permits := permits;
        s."window" := "window";
        s.cold_until := now_us + "window";
        s.last := 0; s.paused_until := 0; s.lowered := 0; s.rises_from := 0; s.spaced_until := 0;
        s.interactive_until := 0; s.bulk_until := 0; s.turns := 0;
        s.answered := '{}'; s.lease_ids := '{}'; s.lease_ends := '{}'; s.process_ids := '{}'; s.process_seen := '{}';
    END IF;
    now_us := greatest(now_us, s.last);
    s.last := now_us;

    answered := s.answered;
    first_kept := 1;
    WHILE first_kept <= cardinality(answered) AND answered[first_kept] <= now_us LOOP
        first_kept := first_kept + 1;
    END LOOP;
    IF first_kept > 1 THEN
        answered := answered[first_kept:];
    END IF;

    ids := '{}';
    ends := '{}';
    FOR index IN 1..cardinality(s.lease_ids) LOOP
        IF s.lease_ends[index] > now_us AND NOT (operation = 'complete' AND s.lease_ids[index] = lease) THEN
            ids := ids || s.lease_ids[index];
            ends := ends || s.lease_ends[index];
        END IF;
    END LOOP;
    s.lease_ids := ids;
    s.lease_ends := ends;

    IF operation = 'complete' THEN
        IF argument = 1 THEN
            answered := answered || (now_us + "window");
        END IF;
        s.answered := answered;
        s.reply := granted;
        RETURN s;
    END IF;
    s.answered := answered;
    answered_count := cardinality(answered);

    IF operation = 'reserve' AND (s.permits <> permits OR s."window" <> "window") THEN
        IF answered_count + cardinality(ids) > 0 THEN
            s.reply := other_limit;
            RETURN s;
        END IF;
        s.permits := permits;
        s."window" := "window";
        s.lowered := 0;
    END IF;

    current := permits;
    IF s.lowered > 0 THEN
        current := s.lowered + greatest(now_us - s.rises_from, 0) / "window" * greatest(permits / 20, 1);
        IF current >= permits THEN
            s.lowered := 0;
            current := permits;
        END IF;
    END IF;

    IF operation = 'pause' THEN
        IF now_us >= s.paused_until + (CASE WHEN s.paused_until > 0 THEN "window" / 4 ELSE 0 END) THEN
            s.lowered := greatest(current * 3 / 4, permits / tenth, 1);
            s.rises_from := now_us + argument;
        END IF;
        s.paused_until := greatest(s.paused_until, now_us + argument);
        s.reply := granted;
        RETURN s;
    END IF;

    seen := '{}';
    ids := '{}';
    FOR index IN 1..cardinality(s.process_ids) LOOP
        IF s.process_seen[index] >= now_us - 2 * "window" AND s.process_ids[index] <> process THEN
            ids := ids || s.process_ids[index];
            seen := seen || s.process_seen[index];
        END IF;
    END LOOP;
    s.process_ids := ids || process;
    s.process_seen := seen || now_us;
    s.processes := cardinality(s.process_ids);

    s.taken := answered_count + cardinality(ends);
    s.current_permits := current;
    s.reply := not_yet;
    s.wait := NULL;
    is_due := is_bulk AND s.turns >= between_bulk;
    before := s.taken - (current - CASE WHEN is_bulk AND NOT is_due THEN current / tenth ELSE 0 END) + 1;

    IF now_us < s.paused_until THEN
        s.wait := s.paused_until - now_us;
    ELSIF before > answered_count THEN
        s.wait := greatest(least("window", coalesce((SELECT min(one) FROM unnest(ends) AS one), now_us + "window") - now_us), 1);
    ELSE
        start := greatest(CASE WHEN before <= 0 THEN now_us ELSE answered[before] END, now_us, s.cold_until, CASE WHEN s.lowered > 0 THEN s.spaced_until ELSE 0 END);
        rest := greatest(start, s.interactive_until) - now_us;
        IF is_bulk AND NOT is_due AND rest > 0 THEN
            s.wait := rest;
            IF now_us < s.interactive_until THEN
                s.wait := least(rest, CASE WHEN between_bulk - s.turns <= answered_count THEN greatest(answered[between_bulk - s.turns] - now_us, 1) ELSE "window" END);
            END IF;
        END IF;
    END IF;

    IF s.wait IS NOT NULL THEN
        IF is_bulk THEN
            s.bulk_until := greatest(s.bulk_until, now_us + s.wait + bulk_grace);
        ELSE
            s.interactive_until := greatest(s.interactive_until, now_us + s.wait + interactive_grace);
        END IF;
        RETURN s;
    END IF;

    s.reply := granted;
    s.wait := start - now_us;
    s.taken := s.taken + 1;
    s.lease_ids := s.lease_ids || lease;
    s.lease_ends := s.lease_ends || (start + longest + "window");
    s.spaced_until := start + "window" / current;
    IF is_bulk THEN
        s.turns := greatest(s.turns - between_bulk, 0);
        s.bulk_until := greatest(s.bulk_until, start + bulk_grace);
    ELSE
        IF now_us < s.bulk_until THEN
            s.turns := least(s.turns + 1, between_bulk * 10);
        END IF;
        IF start > now_us OR now_us < s.interactive_until THEN
            s.interactive_until := greatest(s.interactive_until, start + interactive_grace);
        END IF;
    END IF;
    RETURN s;
END
$function$;

-- The rules are those of TokenRules.cs in SieSmart.Pipeline; the same tests hold both to them. Who only looks locks nothing.
CREATE OR REPLACE FUNCTION {schema}.ask_token(wanted text, known bigint, asker text, lease bigint)
RETURNS TABLE (is_leased boolean, version bigint, content bytea, lifetime bigint, age bigint, rest bigint) LANGUAGE plpgsql VOLATILE AS $function$
DECLARE
    t {schema}.token;
    now_us bigint;
BEGIN
    FOR look IN 1..2 LOOP
        IF look = 1 THEN
            SELECT * INTO t FROM {schema}.token AS one WHERE one.key = wanted;
        ELSE
            INSERT INTO {schema}.token (key) VALUES (wanted) ON CONFLICT DO NOTHING;
            SELECT * INTO t FROM {schema}.token AS one WHERE one.key = wanted FOR UPDATE;
        END IF;

        now_us := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
        IF t.content IS NOT NULL AND t.version > known AND now_us < t.fetched_at + t.lifetime THEN
            RETURN QUERY SELECT false, t.version, t.content, t.lifetime, greatest(now_us - t.fetched_at, 0), 0::bigint;
            RETURN;
        END IF;
        IF t.holder <> '' AND t.holder <> asker AND now_us < t.leased_until THEN
            RETURN QUERY SELECT false, 0::bigint, NULL::bytea, 0::bigint, 0::bigint, t.leased_until - now_us;
            RETURN;
        END IF;
    END LOOP;

    UPDATE {schema}.token AS one SET holder = asker, leased_until = now_us + lease WHERE one.key = wanted;
    RETURN QUERY SELECT true, 0::bigint, NULL::bytea, 0::bigint, 0::bigint, 0::bigint;
END
$function$;

-- Returns the version; nothing if the lease is another's.
CREATE OR REPLACE FUNCTION {schema}.store_token(wanted text, asker text, content bytea, lifetime bigint, age bigint)
RETURNS bigint LANGUAGE sql VOLATILE AS $function$
    UPDATE {schema}.token AS one
    SET version = greatest(one.version + 1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint), content = store_token.content,
        lifetime = store_token.lifetime, fetched_at = (extract(epoch FROM clock_timestamp()) * 1000000)::bigint - age, holder = '', leased_until = 0
    WHERE one.key = wanted AND one.holder = asker
    RETURNING one.version
$function$;

CREATE OR REPLACE FUNCTION {schema}.release_token(wanted text, asker text)
RETURNS void LANGUAGE sql VOLATILE AS $function$
    UPDATE {schema}.token AS one SET holder = '', leased_until = 0 WHERE one.key = wanted AND one.holder = asker
$function$;

CREATE OR REPLACE FUNCTION {schema}.drop_token(wanted text, rejected bigint)
RETURNS void LANGUAGE sql VOLATILE AS $function$
    UPDATE {schema}.token AS one SET content = NULL WHERE one.key = wanted AND one.version = rejected
$function$;
COMMIT;
