/** Annotation on an Application that lets later waves start once it is Healthy, synced or not: for one that something else keeps changing. */
export const gateAnnotation = 'fairlead.dev/wave-gate';

/**
 * Health of an Application, as its parent's sync waves see it; Argo CD has had no such check of its own since 1.8 (argo-cd #3781).
 * The script in Argo CD's documentation hands on `status.health`, which may be that of an older spec (#8778, #5585), of a part of the
 * objects (#27917, since 3.4), or of what was there before a sync that still runs. This one calls all of those Progressing.
 *
 * What cannot get healthy by itself is Degraded, since a Degraded child fails its parent's sync, and only the next try of that takes a
 * newer commit: a sync that failed for good, and anything that lasts for more than ten minutes. Slow is not lost: the parent tries for
 * ever, and goes on once the child is Healthy.
 *
 * Argo CD runs it on gopher-lua with no libraries but the base, `table` and, by `require`, the `time` and `date` of `os`.
 */
export const applicationHealth = `-- An Application is as healthy as it says, once what it says is about its present spec.
local os = require("os")
local status = obj.status or {}
local health = status.health or {}
local sync = status.sync or {}
local operation = status.operationState or {}

-- Times are texts such as 2030-01-31T12:00:00Z, which sort as they follow each other.
local tenMinutesAgo = os.date("!%Y-%m-%dT%H:%M:%SZ", os.time() - 600)

-- Degraded ends the parent's sync, so that its next try sees the newest commit.
local function wait(message, since)
  if since ~= nil and since < tenMinutesAgo then
    return { status = "Degraded", message = message .. ", for more than ten minutes" }
  end
  return { status = "Progressing", message = message }
end

local function isNothing(value)
  return value == nil or value == false or value == "" or value == 0
end

-- The controller leaves empty fields out of its copy of the spec, so a missing field equals an empty one.
-- Not among the values of a chart, which it copies as they are: there, false may turn off what is on by default.
local function same(a, b, exact)
  if type(a) ~= "table" and type(b) ~= "table" then
    return a == b or (not exact and isNothing(a) and isNothing(b))
  end
  if a == nil then a = {} end
  if b == nil then b = {} end
  if type(a) ~= "table" or type(b) ~= "table" then return false end
  for key, value in pairs(a) do
    if not same(value, b[key], exact or key == "valuesObject") then return false end
  end
  for key, value in pairs(b) do
    if a[key] == nil and not same(nil, value, exact or key == "valuesObject") then return false end
  end
  return true
end

-- Whether the controller has compared what the spec says now, rather than what it said before.
local function isAboutPresentSpec(spec, compared)
  if not same(spec.destination, compared.destination) then return false end
  if not same(spec.ignoreDifferences, compared.ignoreDifferences) then return false end
  if spec.sourceHydrator ~= nil then return true end
  if type(spec.sources) == "table" and #spec.sources > 0 then return same(spec.sources, compared.sources) end
  return same(spec.source, compared.source) and same(nil, compared.sources)
end

if health.status == nil then
  return wait("not assessed yet")
end
local annotations = (obj.metadata or {}).annotations or {}
if annotations["${gateAnnotation}"] == "health" then
  return { status = health.status, message = health.message or "" }
end
if obj.operation ~= nil or operation.phase == "Running" or operation.phase == "Terminating" then
  return wait("a sync is running", obj.operation == nil and operation.startedAt or nil)
end
if not isAboutPresentSpec(obj.spec or {}, sync.comparedTo or {}) then
  return wait("the controller has not looked at the present spec yet")
end

-- The wait began when the health last changed, or when the last sync ended.
local since = health.lastTransitionTime
if operation.finishedAt ~= nil and (since == nil or operation.finishedAt > since) then
  since = operation.finishedAt
end
if sync.status ~= "Synced" then
  -- After its last retry Argo CD does not try this commit again.
  if operation.phase == "Failed" or operation.phase == "Error" then
    return { status = "Degraded", message = "its sync failed: " .. (operation.message or "no reason given") }
  end
  return wait("not in sync: " .. tostring(sync.status), since)
end
if health.status == "Healthy" or health.status == "Degraded" or health.status == "Suspended" then
  return { status = health.status, message = health.message or "" }
end
return wait("in sync, and " .. health.status, since)
`;
