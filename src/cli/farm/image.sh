#!/bin/sh
# Makes the image that films.job.yaml runs: Node, Chromium, and a course (a folder with package.json, package-lock.json and scenarios/).
# Usage: sh image.sh COURSE-FOLDER registry.example.com/films:1
# Needs buildah, which builds without a daemon and without root: https://buildah.io
set -eu
course=${1:?a folder with package.json, package-lock.json and scenarios/} image=${2:?a name for the image}
base=${BASE:-docker.io/library/node:22-trixie-slim}

container=$(buildah from "$base")
trap 'buildah rm "$container" >/dev/null' EXIT

# Hopline brings its own font for Latin and Hangul. Chromium wants one of the system all the same; fonts-noto-* is for what else your texts are written in.
buildah run --user 0 "$container" -- sh -c '
  apt-get update
  apt-get install -y --no-install-recommends chromium fonts-liberation fonts-noto-color-emoji
  rm -rf /var/lib/apt/lists/*'

buildah copy "$container" "$course/package.json" "$course/package-lock.json" /course/
buildah run --user 0 --workingdir /course "$container" -- npm ci --omit=dev --no-audit --no-fund
buildah copy "$container" "$course/scenarios" /course/scenarios

buildah config --user 1000:1000 --workingdir /course --env HOPLINE_BROWSER=/usr/bin/chromium "$container"
buildah commit "$container" "$image"
echo "$image is made. Now: buildah push $image"
