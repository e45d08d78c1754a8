-- The permits of a shared budget: reserves one, takes one back, or pauses. Each run is atomic, and the clock is the server's.
-- The rules are those of BudgetRules.cs in SieSmart.Pipeline; tests/SharedBudgets.Tests holds both to them.
local book_key, answered_key, leases_key, processes_key = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local operation = ARGV[1]
local permits, window, longest = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])

local VERSION = 1
local TENTH = 10
local BETWEEN = TENTH - 1
-- A server that was started anew is one that nobody heard of for this long, in microseconds.
local SILENCE = 100000

local NOT_YET, GRANTED, OTHER_LIMIT, OTHER_VERSION = 0, 1, 2, 3

-- Lua shows 14 digits of a number unless it is told otherwise; a time has 16.
local function text(number)
    return string.format('%.0f', number)
end

local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])

local NAMES = { 'version', 'permits', 'window', 'last', 'cold_until', 'paused_until', 'lowered', 'rises_from', 'spaced_until',
    'interactive_until', 'bulk_until', 'turns', 'entries' }
local stored = redis.call('HMGET', book_key, unpack(NAMES))
local book = {}
for index, name in ipairs(NAMES) do
    book[name] = tonumber(stored[index] or '0')
end
if book.version > VERSION then
    return { OTHER_VERSION, book.version, VERSION, 0, 0 }
end

local function entries()
    return redis.call('LLEN', answered_key) + redis.call('ZCARD', leases_key)
end

-- Which server this is. One that forbids the question can't be told from the one before.
local function server()
    local information = redis.pcall('INFO', 'server')
    return type(information) == 'string' and string.match(information, 'run_id:(%w+)') or 'unknown'
end

-- Another server, or one that was started anew, may have lost the newest permits, and eviction takes keys one by one.
local is_cold = book.version == 0 or entries() ~= book.entries
local server_id = nil
if is_cold or now - book.last > SILENCE then
    server_id = server()
    is_cold = is_cold or redis.call('HGET', book_key, 'server') ~= server_id
end
if is_cold then
    redis.call('DEL', answered_key, leases_key, processes_key)
    for _, name in ipairs(NAMES) do
        book[name] = 0
    end
    book.version, book.permits, book.window, book.last, book.cold_until = VERSION, permits, window, now, now + window
end
now = math.max(now, book.last)
book.last = now

while true do
    local first = redis.call('LINDEX', answered_key, 0)
    if not first or tonumber(first) > now then break end
    redis.call('LPOP', answered_key)
end
redis.call('ZREMRANGEBYSCORE', leases_key, '-inf', text(now))

local answered, leased = redis.call('LLEN', answered_key), redis.call('ZCARD', leases_key)

local function finish(reply)
    book.entries = entries()
    local fields = {}
    for _, name in ipairs(NAMES) do
        fields[#fields + 1] = name
        fields[#fields + 1] = text(book[name])
    end
    if server_id then
        fields[#fields + 1] = 'server'
        fields[#fields + 1] = server_id
    end
    redis.call('HSET', book_key, unpack(fields))
    return reply
end

local function current_permits()
    if book.lowered == 0 then return permits end
    local raised = book.lowered + math.floor(math.max(now - book.rises_from, 0) / window) * math.max(math.floor(permits / 20), 1)
    if raised < permits then return raised end
    book.lowered = 0
    return permits
end

local function free_at(index)
    return tonumber(redis.call('LINDEX', answered_key, index))
end

if operation == 'complete' then
    redis.call('ZREM', leases_key, ARGV[5])
    if ARGV[6] == '1' then
        redis.call('RPUSH', answered_key, text(now + window))
    end
    return finish({ GRANTED, 0, 0, 0, 0 })
end

if operation == 'pause' then
    local duration = tonumber(ARGV[5])
    if now >= book.paused_until + (book.paused_until > 0 and math.floor(window / 4) or 0) then
        book.lowered = math.max(math.floor(current_permits() * 3 / 4), math.max(math.floor(permits / TENTH), 1))
        book.rises_from = now + duration
    end
    book.paused_until = math.max(book.paused_until, now + duration)
    return finish({ GRANTED, 0, 0, 0, 0 })
end

local lease, process, is_bulk = ARGV[5], ARGV[6], ARGV[7] == '1'
if book.permits ~= permits or book.window ~= window then
    if answered + leased > 0 then
        return finish({ OTHER_LIMIT, book.permits, book.window, 0, 0 })
    end
    book.permits, book.window, book.lowered = permits, window, 0
end

redis.call('ZADD', processes_key, text(now), process)
redis.call('ZREMRANGEBYSCORE', processes_key, '-inf', '(' .. text(now - 2 * window))
local processes = redis.call('ZCARD', processes_key)

local current = current_permits()
local taken = answered + leased
local bulk_grace = math.max(math.floor(window / TENTH), 1)
local interactive_grace = math.max(math.min(math.floor(window / (2 * TENTH)), 100000), 1)

local function not_yet(wait)
    if is_bulk then
        book.bulk_until = math.max(book.bulk_until, now + wait + bulk_grace)
    else
        book.interactive_until = math.max(book.interactive_until, now + wait + interactive_grace)
    end
    return finish({ NOT_YET, wait, taken, current, processes })
end

if now < book.paused_until then
    return not_yet(book.paused_until - now)
end

local is_due = is_bulk and book.turns >= BETWEEN
local kept = is_bulk and not is_due and math.floor(current / TENTH) or 0
local before = taken - (current - kept) + 1
if before > answered then
    local first = redis.call('ZRANGE', leases_key, 0, 0, 'WITHSCORES')
    return not_yet(math.max(math.min(window, (tonumber(first[2]) or now + window) - now), 1))
end

local start = math.max(before <= 0 and now or free_at(before - 1), now, book.cold_until)
if book.lowered > 0 then
    start = math.max(start, book.spaced_until)
end

if is_bulk and not is_due then
    local rest = math.max(start, book.interactive_until) - now
    if rest > 0 then
        if now < book.interactive_until then
            local ahead = BETWEEN - book.turns
            rest = math.min(rest, ahead <= answered and math.max(free_at(ahead - 1) - now, 1) or window)
        end
        return not_yet(rest)
    end
end

book.spaced_until = start + math.floor(window / current)
if is_bulk then
    book.turns = math.max(book.turns - BETWEEN, 0)
    book.bulk_until = math.max(book.bulk_until, start + bulk_grace)
else
    if now < book.bulk_until then
        book.turns = math.min(book.turns + 1, BETWEEN * 10)
    end
    if start > now or now < book.interactive_until then
        book.interactive_until = math.max(book.interactive_until, start + interactive_grace)
    end
end
redis.call('ZADD', leases_key, text(start + longest + window), lease)
return finish({ GRANTED, start - now, taken + 1, current, processes })
