#!/bin/sh
# PostgreSQL's archive_command. In postgresql.conf:
#   archive_mode = on
#   archive_timeout = 60     # at most a minute is lost with the disk
#   archive_command = '/opt/tweet-my-money/deploy/backup/archive-wal.sh %p %f /mnt/archive'
# The folder must be on another machine, such as an NFS mount, or be copied to one all the time.
set -eu
path=$1 name=$2 folder=$3
umask 077
if [ -e "$folder/$name" ]; then
  # The server asks again after a crash. Another content under the same name is another server's: never overwrite it.
  cmp -s "$path" "$folder/$name" && exit 0
  echo "archive-wal: $folder/$name is there with another content" >&2
  exit 1
fi
cp "$path" "$folder/.$name.part"
sync "$folder/.$name.part"
mv "$folder/.$name.part" "$folder/$name"
sync "$folder"
