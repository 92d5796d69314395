# Cài chương trình thành việc chạy nền của Windows: tự chạy khi bật máy, tự chạy lại khi hỏng.
# Mở PowerShell bằng quyền quản trị, vào thư mục chương trình, rồi chạy:
#   powershell -ExecutionPolicy Bypass -File .deploy\cai-dich-vu-windows.ps1
# Gỡ: Unregister-ScheduledTask -TaskName "Tro ly Mot cua"
$ErrorActionPreference = 'Stop'
$folder = Split-Path -Parent $PSScriptRoot
$node = (Get-Command node).Source
$action = New-ScheduledTaskAction -Execute $node -Argument 'dist\main.js' -WorkingDirectory $folder
$trigger = New-ScheduledTaskTrigger -AtStartup
$settings = New-ScheduledTaskSettingsSet -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) `
  -ExecutionTimeLimit ([TimeSpan]::Zero) -StartWhenAvailable -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries
# LOCAL SERVICE có ít quyền; chỉ cho ghi vào hai thư mục cần ghi.
$principal = New-ScheduledTaskPrincipal -UserId 'S-1-5-19' -LogonType ServiceAccount
New-Item -ItemType Directory -Force -Path "$folder\data" | Out-Null
icacls "$folder" /grant '*S-1-5-19:(OI)(CI)RX' | Out-Null
icacls "$folder\data" /grant '*S-1-5-19:(OI)(CI)M' | Out-Null
icacls "$folder\knowledge" /grant '*S-1-5-19:(OI)(CI)M' | Out-Null
Register-ScheduledTask -TaskName 'Tro ly Mot cua' -Action $action -Trigger $trigger -Settings $settings `
  -Principal $principal -Force | Out-Null
Start-ScheduledTask -TaskName 'Tro ly Mot cua'
Write-Host 'Đã cài. Mở http://127.0.0.1:3000/healthz để xem tình trạng.'
